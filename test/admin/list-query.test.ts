import { expect, test } from 'vitest'
import { isSaid } from '../../src/admin/find-cases.ts'
import { readListQuery, writeListQuery } from '../../src/admin/list-query.ts'
import { ADMIN } from './sample-journey.ts'

const read = (query: string) => readListQuery(new URLSearchParams(query), ADMIN)

test('an address without a query means the first page of everything', () => {
  expect(read('')).toEqual({ q: '', page: 1 })
  expect(read('status=&q=&page=')).toBeUndefined()
  expect(read('status=&q=')).toEqual({ q: '', page: 1 })
})

test('a query is read strictly: no unknown status, no odd page, no endless search (R-ACL-03)', () => {
  for (const query of ['status=gone', 'status=__proto__', 'page=0', 'page=1e3', 'page=-1'])
    expect(read(query), query).toBeUndefined()
  expect(read(`q=${'x'.repeat(201)}`)).toBeUndefined()
})

test('a query survives being written into an address', () => {
  const query = { status: 'received', q: 'O’Neil & Söhne + 1', page: 3 }
  expect(read(writeListQuery(query).slice(1))).toEqual(query)
  expect(writeListQuery({ q: '', page: 1 })).toBe('')
})

test('letters are found whatever their case, and however they are composed', () => {
  expect(isSaid(['Ann', 'O’NEIL'], 'neil')).toBe(true)
  expect(isSaid(['S\u00f6hne'], 'so\u0308hne')).toBe(true)
  expect(isSaid(['Ann'], 'anna')).toBe(false)
})
