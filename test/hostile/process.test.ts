import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openConnection, requestBytes } from '../bench/connection.ts'
import { createResident, type Resident } from '../client/resident.ts'
import { findPort, type RunningServer, runToEnd, sendRaw, startServer } from './running-server.ts'

let dataDir = ''
let server: RunningServer

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'footpath-'))
  server = await startServer(dataDir, await findPort())
}, 60_000)
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const resident = (): Resident => createResident((url, init) => fetch(url, init), server.origin)
const statusOf = (answer: string) => answer.split(' ')[1] ?? ''

async function ask(lines: readonly string[], body = '', end = false): Promise<string> {
  return sendRaw(server.port, `${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`, end)
}

describe('R-WEB-13: a request for another host', () => {
  it.each([
    ['another name', ['GET / HTTP/1.1', 'Host: evil.example']],
    ['another port', ['GET / HTTP/1.1', 'Host: localhost:1']],
    ['two names, ours first', ['GET / HTTP/1.1', 'Host: OURS', 'Host: evil.example']],
    ['two names, ours last', ['GET / HTTP/1.1', 'Host: evil.example', 'Host: OURS']],
    ['no name', ['GET / HTTP/1.1']],
    ['an address with another name in it', ['GET http://evil.example/ HTTP/1.1', 'Host: OURS']],
    ['a person in the name', ['GET / HTTP/1.1', 'Host: evil@OURS']],
  ])('is refused: %s', async (_name, lines) => {
    const answer = await ask(lines.map((line) => line.replace('OURS', `localhost:${server.port}`)))
    expect(statusOf(answer)).toMatch(/^(400|421)$/u)
    expect(answer).not.toContain('Location')
  })

  it('is not believed by other headers: links and redirects stay ours', async () => {
    const answer = await ask([
      'GET /account-request HTTP/1.1',
      `Host: localhost:${server.port}`,
      'X-Forwarded-Host: evil.example',
      'Forwarded: host=evil.example',
    ])
    expect(statusOf(answer)).toBe('303')
    expect(answer).not.toContain('evil')
  })
})

describe('R-WEB-12: a body that is not what it says', () => {
  const post = (more: readonly string[]) => [
    'POST /blue-badge/name HTTP/1.1',
    `Host: localhost:${server.port}`,
    'Content-Type: application/x-www-form-urlencoded',
    ...more,
  ]
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`

  it.each([
    [
      'a length and parts',
      ['Content-Length: 3', 'Transfer-Encoding: chunked'],
      chunk('a=b'),
      '400',
    ],
    ['two lengths', ['Content-Length: 3', 'Content-Length: 30'], 'a=b', '400'],
    ['a length below nought', ['Content-Length: -1'], 'a=b', '400'],
    [
      'parts over 64 KiB',
      ['Transfer-Encoding: chunked'],
      `${chunk('x'.repeat(70_000))}0\r\n\r\n`,
      '413',
    ],
    ['10,000 fields', ['Content-Length: 39999'], Array(10_000).fill('a=b').join('&'), '400'],
  ])('is refused: %s', async (_name, headers, body, status) => {
    expect(statusOf(await ask(post(headers), body))).toBe(status)
  })

  it('is given up when the rest never comes', async () => {
    expect(statusOf(await ask(post(['Content-Length: 1000']), 'a=b', true))).toBe('400')
  })
})

it('R-WEB-16: ends a connection after its thousandth request', async () => {
  const connection = await openConnection(server.port)
  const request = requestBytes('GET', '/healthz', { host: `localhost:${server.port}` })
  const ends: number[] = []
  for (let number = 1; number <= 1001; number++)
    if (/\r\nconnection: close/iu.test((await connection.ask(request)).head)) ends.push(number)
  connection.close()
  expect(ends).toEqual([1000])
})

describe('R-WEB-18, R-WEB-19, R-WEB-22: an address or a method that leads nowhere', () => {
  it.each([
    '/static/../package.json',
    '/static/%2e%2e/package.json',
    '/static/%252e%252e/package.json',
    '/static//etc/passwd',
    '/static/..%5cpackage.json',
    '/static/manifest.json',
    '/../../etc/passwd',
    '/forms/../../etc/passwd',
    '/pages/..%2f..%2fpackage',
    '/__proto__',
    '/constructor/start',
    '/login/__proto__',
    '/account-request/constructor',
    '/%00',
    '/%ff',
  ])('is not found: %s', async (path) => {
    const answer = await ask([`GET ${path} HTTP/1.1`, `Host: localhost:${server.port}`])
    expect(statusOf(answer)).toMatch(/^(400|404)$/u)
    expect(answer).not.toMatch(/dependencies|root:/u)
  })

  it.each(['//evil.example/', '/\\evil.example', '/%2f%2fevil.example', '/%0d%0aX: y'])(
    'leads nobody away: %s',
    async (path) => {
      const answer = await ask([`GET ${path} HTTP/1.1`, `Host: localhost:${server.port}`])
      expect(statusOf(answer)).toMatch(/^(303|400|404)$/u)
      expect(answer).not.toMatch(/^location: (?!\/[^/\\])/imu)
      expect(answer).not.toMatch(/^x: y/imu)
    },
  )

  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'])('is refused: %s', async (method) => {
    const answer = await ask([`${method} / HTTP/1.1`, `Host: localhost:${server.port}`])
    expect(statusOf(answer)).toBe('405')
  })
})

describe('R-REL-06: a second server on the same folder', () => {
  it('does not start, and says who holds it', async () => {
    const second = await runToEnd(['--import', 'tsx', 'src/main.ts'], {
      DATA_DIR: dataDir,
      PORT: String(await findPort()),
    })
    expect(second.status).toBe(78)
    expect(second.written).toContain(`pid ${server.process.pid}`)
    expect(second.written).not.toMatch(/^\s+at /mu)
  })
})

describe('R-AUTH-34: staff are added by a link from the command line', () => {
  const add = (email: string) =>
    runToEnd(['src/cli/footpath.mjs', 'staff', 'add', email], {
      DATA_DIR: dataDir,
      PUBLIC_ORIGIN: server.origin,
    })
  const linkOf = (written: string) => /\/login\?invitation=[\w-]+/u.exec(written)?.[0] ?? ''

  async function opens(link: string): Promise<boolean> {
    const page = await resident().visit(link)
    return page.path === '/login/invited'
  }

  it('while the server runs, and when it does not, also after it was killed; a newer link ends the older', async () => {
    const first = await add('mo@example.org')
    expect(first.status).toBe(0)
    const link = linkOf(first.written)
    expect(await opens(link)).toBe(true)
    expect(await opens(link)).toBe(true)

    await server.stop('SIGKILL')
    const second = await add('mo@example.org')
    expect([second.status, linkOf(second.written) === link]).toEqual([0, false])
    server = await startServer(dataDir, server.port)
    expect(await opens(link)).toBe(false)
    expect(await opens(linkOf(second.written))).toBe(true)
  }, 60_000)

  it('is refused where it is no address, and tells no token to the log', async () => {
    expect((await add('mo@example.org, eve@example.org')).status).not.toBe(0)
    expect(server.written()).not.toMatch(/invitation=|mo@example/u)
  })
})

describe('R-WEB-24, R-AUD-04: the log', () => {
  /** The message leaves after the page: it is asked for until it is there. */
  async function codeTo(address: string): Promise<string> {
    for (;;) {
      const answer = await fetch(`${server.origin}/dev/messages.json`)
      const sent = (await answer.json()) as readonly { to: string; text: string }[]
      const code = /\b\d{6}\b/u.exec(sent.find(({ to }) => to === address)?.text ?? '')?.[0]
      if (code !== undefined) return code
    }
  }

  it('holds nothing that was typed, no code, no cookie and no token', async () => {
    const person = resident()
    const email = 'canary.person@example.org'
    await person.visit('/login/sign-up?email=canary.query@example.org')
    person.fill('Email address', email)
    await person.press('Send verification code')
    const code = await codeTo(email)
    person.fill('Verification code', code)
    await person.press('Verify code')
    person.fill('Password', 'canary kettle password')
    person.fill('Confirm password', 'canary kettle password')
    person.fill('First name', 'Canaryfirst')
    person.fill('Surname', 'Canarylast')
    await person.press('Create')
    person.fill('Phone number', '07700 900321')
    await person.press('Continue')
    await person.press('Send Code')
    await person.visit('/canary.path@example.org')
    await person.visit('/login?invitation=canarytoken')
    expect(person.page.status).toBe(200)
    const log = server.written()
    expect(log).toContain('"answered"')
    const cookie = person.cookies.header()?.split('=')[1] ?? 'none'
    for (const canary of [
      /canary/iu,
      /900321/u,
      new RegExp(`\\b${code}\\b`, 'u'),
      new RegExp(cookie, 'u'),
    ])
      expect(log).not.toMatch(canary)
    for (const line of log.split('\n').filter((one) => one.startsWith('{')))
      expect(() => JSON.parse(line)).not.toThrow()
  })
})

describe('R-REL-13: SIGTERM while people press', () => {
  it('keeps every answer that it acknowledged, ends with 0, and gives the folder back', async () => {
    const people = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const person = resident()
        await person.visit('/blue-badge')
        await person.press('Continue')
        person.choose('Who is the badge for?', 'Me')
        await person.press('Continue')
        person.fill('First name', `Person${index}`)
        person.fill('Surname', 'Taylor')
        return person
      }),
    )
    const pressed = people.map(async (person) => {
      const { action, body } = person.formOf('Continue')
      const response = await fetch(server.origin + action, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { cookie: person.cookies.header() ?? '' },
      }).catch(() => undefined)
      return response?.status === 303
    })
    const status = server.stop('SIGTERM')
    const kept = await Promise.all(pressed)
    expect(await status).toBe(0)
    server = await startServer(dataDir, server.port)
    for (const [index, person] of people.entries()) {
      if (!kept[index]) continue
      await person.visit('/blue-badge/name')
      expect(person.valueOf('First name')).toBe(`Person${index}`)
    }
  }, 60_000)
})

describe('a start in production', () => {
  const start = (env: Readonly<Record<string, string>>) =>
    runToEnd(['--import', 'tsx', 'src/main.ts'], {
      DATA_DIR: dataDir,
      NODE_ENV: 'production',
      ...env,
    })

  it('R-DP-08: names all that is missing or weak at once, and starts nothing', async () => {
    const ended = await start({ SECRET_KEY: 'changeme', PUBLIC_ORIGIN: 'http://forms.example' })
    expect(ended.status).toBe(78)
    for (const name of [
      'PUBLIC_ORIGIN',
      'SECRET_KEY',
      'RESEND_API_KEY',
      'PLIVO_AUTH_ID',
      'PLIVO_AUTH_TOKEN',
      'PLIVO_FROM',
    ])
      expect(ended.written).toContain(name)
    expect(ended.written).not.toContain('changeme')
    expect(ended.written).not.toMatch(/^\s+at /mu)
  })
})
