import { describe, expect, test } from 'vitest'
import { rightsOf } from '../../src/admin/permissions.ts'
import { ADMIN } from './sample-journey.ts'

describe('what roles allow (R-ACL-01)', () => {
  test('is nothing without a role that the journey knows', () => {
    for (const roles of [[], ['nobody'], ['constructor'], ['__proto__'], ['toString']])
      expect(rightsOf(roles, ADMIN)).toBeUndefined()
  })

  test('is everything for *, also where admin.yaml names no roles', () => {
    const rights = rightsOf(['*'], { roles: {} })
    expect([rights?.seesAll, rights?.maySee('surname'), rights?.mayMove('activate')]).toEqual([
      true,
      true,
      true,
    ])
  })

  test('is to look, and to move nothing, for a role without moves', () => {
    const rights = rightsOf(['adviser'], ADMIN)
    expect(rights?.maySee('surname')).toBe(true)
    expect(rights?.mayMove('activate')).toBe(false)
  })

  test('is the named fields, how the case is called and how it stands, and no more', () => {
    const rights = rightsOf(['clerk'], ADMIN)
    const seen = ['reference', 'status', 'submittedAt', 'recordHolder', 'surname', 'account']
    expect(seen.filter((name) => rights?.maySee(name))).toEqual(seen.slice(0, 4))
    expect(rights?.seesAll).toBe(false)
  })

  test('is all of them together for several roles', () => {
    const rights = rightsOf(['clerk', 'adviser', 'nobody'], ADMIN)
    expect(rights?.seesAll).toBe(true)
    expect(rights?.mayMove('reject')).toBe(true)
    expect(rights?.mayMove('activate')).toBe(false)
  })
})
