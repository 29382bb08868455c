import { expect, test } from 'vitest'
import { isSaid } from '../../src/admin/find-cases.ts'
import { readListForm, readListQuery, writeListQuery } from '../../src/admin/list-query.ts'
import { ADMIN } from './sample-journey.ts'

const SEAL = { secretKey: Buffer.alloc(32, 7), purpose: 'search', about: 'leaving' }
const read = (query: string) => readListQuery(new URLSearchParams(query), ADMIN, SEAL)

test('an address without a query means the first page of everything', () => {
  expect(read('')).toEqual({ q: '', page: 1 })
  expect(read('status=&q=&page=')).toBeUndefined()
  expect(read('status=&q=Taylor')).toEqual({ q: '', page: 1 })
})

test('a query is read strictly: no unknown status, no odd page, no endless search (R-ACL-03)', () => {
  for (const query of ['status=gone', 'status=__proto__', 'page=0', 'page=1e3', 'page=-1'])
    expect(read(query), query).toBeUndefined()
  for (const sealed of ['', 'x', 'A'.repeat(60)]) expect(read(`find=${sealed}`)).toBeUndefined()
  expect(readListForm(new URLSearchParams({ q: 'x'.repeat(201) }), ADMIN)).toBeUndefined()
})

test('a query survives being written into an address', () => {
  const query = { status: 'received', q: 'O’Neil & Söhne + 1', page: 3 }
  expect(read(writeListQuery(query, SEAL).slice(1))).toEqual(query)
  expect(writeListQuery({ q: '', page: 1 }, SEAL)).toBe('')
  const elsewhere = { ...SEAL, about: 'another journey' }
  expect(read(writeListQuery(query, elsewhere).slice(1))).toBeUndefined()
})

test('letters are found whatever their case, and however they are composed', () => {
  expect(isSaid(['Ann', 'O’NEIL'], 'neil')).toBe(true)
  expect(isSaid(['S\u00f6hne'], 'so\u0308hne')).toBe(true)
  expect(isSaid(['Ann'], 'anna')).toBe(false)
})
