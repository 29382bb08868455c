import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { makeTemporaryFolder } from '../store/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../..')
const KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64url')
const WHOLE = {
  NODE_ENV: 'production',
  PUBLIC_ORIGIN: 'https://forms.example.gov.uk',
  SECRET_KEY: KEY,
  RESEND_API_KEY: 're_1',
  RESEND_FROM: 'forms@example.gov.uk',
  PLIVO_AUTH_ID: 'MA1',
  PLIVO_AUTH_TOKEN: 'token',
  PLIVO_FROM: '+441603000000',
}

function missingIn(env: Readonly<Record<string, string>>): readonly string[] {
  const config = readConfig(env)
  return 'missing' in config ? config.missing : []
}

it('production does not start without what it needs: it says all at once, in words, and ends with 78', async () => {
  const dir = join(await makeTemporaryFolder(), 'data')
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/main.ts'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', DATA_DIR: dir, PORT: '0' },
    },
  )
  expect(status).toBe(78)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^Footpath cannot start\. It needs:\n/u)
  const names = [...stderr.matchAll(/^ {2}- (\w+), \w+/gmu)].map((found) => found[1])
  expect(names.sort()).toEqual(
    Object.keys(WHOLE)
      .filter((name) => name !== 'NODE_ENV')
      .sort(),
  )
  expect(existsSync(dir)).toBe(false)
})

it('production starts with all of it, and development with nothing', () => {
  expect(missingIn(WHOLE)).toEqual([])
  expect(missingIn({})).toEqual([])
})

it.each(Object.keys(WHOLE).filter((name) => name !== 'NODE_ENV'))(
  'production names %s when only that is missing',
  (name) => {
    const missing = missingIn({ ...WHOLE, [name]: '' })
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatch(new RegExp(`^${name}, `, 'u'))
  },
)

it.each([
  ['PUBLIC_ORIGIN', 'http://forms.example.gov.uk'],
  ['PUBLIC_ORIGIN', 'https://forms.example.gov.uk/forms'],
  ['SECRET_KEY', 'too-short'],
  ['SECRET_KEY', 'A'.repeat(43)],
  ['PORT', 'eighty'],
  ['TRUSTED_PROXIES', '10.0.0.1, my-proxy'],
  ['TRUSTED_PROXIES', '10.0.0.0/40'],
  ['LOG_LEVEL', 'loud'],
  ['DATABASE_URL', 'postgres://db.example/footpath'],
])('is told of %s when it is %s, and in words', (name, value) => {
  const missing = missingIn({ ...WHOLE, [name]: value })
  expect(missing).toHaveLength(1)
  expect(missing[0]).toMatch(new RegExp(`^${name} (?:must|to be left out)`, 'u'))
})

it('never says a secret again', () => {
  const missing = missingIn({ ...WHOLE, SECRET_KEY: 'a-secret-that-is-wrong', PORT: 'x' })
  expect(missing.join()).not.toContain('a-secret-that-is-wrong')
})

it('takes proxies with commas or blanks between them', () => {
  const config = readConfig({ ...WHOLE, TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16  ::1' })
  expect('missing' in config ? [] : config.trustedProxies).toEqual([
    '10.0.0.1',
    '10.1.0.0/16',
    '::1',
  ])
})
