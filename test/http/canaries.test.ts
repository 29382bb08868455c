import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ANN,
  NOTE,
  OTHERS,
  OWN,
  PASSWORDS,
  TESS,
  walkAccountRequest,
  walkBlueBadge,
  walkSignIn,
} from '../client/canary-stories.ts'
import { type SentMessage, startTestService, type TestService } from '../client/service.ts'
import { addStaffMember } from '../client/staff-stories.ts'
import { createTraces, foundIn, textOfFolder } from '../client/traces.ts'

const traces = createTraces()
let service: TestService
let sent: readonly SentMessage[] = []

/** Codes and the tokens of links, of all that was sent. */
const codes = () => sent.flatMap(({ text }) => text.match(/\b\d{6}\b/gu) ?? [])
const linkTokens = () =>
  sent.flatMap(({ text }) => [...text.matchAll(/invitation=([\w-]+)/gu)].map(([, one = '']) => one))
const secrets = () => new Set([...PASSWORDS, ...codes(), ...linkTokens(), ...traces.tokens])

let folder = ''
beforeAll(async () => {
  service = await startTestService(traces.options)
  const staff = await addStaffMember(service, TESS)
  await walkAccountRequest(staff, service)
  await walkSignIn(staff, service)
  await walkBlueBadge(service)
  sent = await service.messages()
  folder = textOfFolder(service.dataDir)
}, 60_000)
afterAll(() => service.close())

describe('what people typed and were given, after each journey from its beginning to its end', () => {
  it('R-WEB-24, R-AUD-04: stands in no line of the log, at any level', () => {
    expect(traces.log()).toContain('"answered"')
    expect(foundIn(traces.log(), [...secrets(), ...OWN, ...OTHERS, NOTE])).toEqual([])
    expect(traces.log()).not.toMatch(/canary/iu)
  })

  it('R-AUTH-08, R-SES-01, R-AUTH-35: leaves no code, password or token in the data folder, and no draft’s secrets', () => {
    expect(codes().length).toBeGreaterThan(8)
    expect(linkTokens().length).toBeGreaterThan(0)
    expect(traces.tokens.size).toBeGreaterThan(8)
    expect(foundIn(folder, secrets())).toEqual([])
    expect(folder).not.toMatch(/passwordcanary/iu)
    // What was answered is there: the search finds what it looks for.
    expect(foundIn(folder, ['difficultycanary', 'acquaintancecanary', NOTE])).toHaveLength(3)
  })

  it('R-DP-07: stands in no message, where it is about others or of a special category', () => {
    const all = sent.map(({ subject, text, html }) => [subject, text, html].join('\n')).join('\n')
    expect(foundIn(all, [...OTHERS, ...PASSWORDS])).toEqual([])
    expect(foundIn(all, [NOTE, ANN.firstName, 'ownlinecanary'])).toHaveLength(3)
  })

  it('R-DP-07, R-AUTH-10: nor anything personal in a text, a call or a subject', () => {
    const short = sent.flatMap(({ channel, subject, text }) =>
      channel === 'email' ? [subject ?? ''] : [text],
    )
    expect(foundIn(short.join('\n'), [...OWN, ...OTHERS])).toEqual([])
  })

  it('R-WEB-24: stands in no address and no title; a link’s token is asked for once, and led away from', () => {
    const history = traces.history()
    expect(foundIn(history, ['Your phone number – Adult Social Care Online'])).toHaveLength(1)
    const typed = [...PASSWORDS, ...codes(), ...traces.tokens, ...OWN, ...OTHERS, NOTE]
    expect(foundIn(history, typed)).toEqual([])
    expect(history).not.toMatch(/canary/iu)
    for (const token of linkTokens()) expect(history.split(token)).toHaveLength(2)
  })

  it('is found where it is planted', () => {
    const [code = ''] = codes()
    const [token = ''] = traces.tokens
    writeFileSync(join(service.dataDir, 'planted.json'), `{"code":"${code}","cookie":"${token}"}`)
    expect(foundIn(textOfFolder(service.dataDir), secrets())).toEqual([code, token])
    traces.options.log?.trace({ phone: ANN.number, name: ANN.firstName }, 'planted')
    expect(foundIn(traces.log(), OWN)).toEqual([ANN.firstName, ANN.number])
    traces.options.watch?.(
      `${service.origin}/login?email=${encodeURIComponent(ANN.email)}`,
      new Response('<title>The code for Bobfirstcanary</title>'),
    )
    expect(foundIn(traces.history(), OWN)).toContain(ANN.email)
  })
})
