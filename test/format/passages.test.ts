import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, MINUTE, type TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'
import { LET_IN } from './own-actions.ts'

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    '_shared/actions/let-in.ts': LET_IN,
    gate: {
      fields: { nick: { title: 'Nickname', type: 'string', maxLength: 20 } },
      required: ['nick'],
      flow: `
title: Gate
gives: [known]
takes: { hint: { type: string, maxLength: 10 } }
home: /gate/who
steps:
  who:
    title: Who are you
    content: "Hint {given.hint}."
    prefill: { nick: given.hint }
    fields: [nick]
    buttons: [{ id: go, label: Go, run: let-in, with: { nick: $nick }, next: $return }]
    links: [{ label: Never mind, to: never }]
  never:
    title: Never mind
    content: You may go back.
    buttons: [{ id: back, label: Go back, next: $return }]
`,
    },
    leaflet: {
      flow: `
title: Leaflet
steps:
  read: { title: Read this, content: Words., buttons: [{ id: ok, label: I have read it, next: $return }] }
`,
    },
    club: {
      fields: {
        hobby: { title: 'Hobby', type: 'string', maxLength: 10 },
        wish: { title: 'Wish', type: 'string', maxLength: 20 },
      },
      required: ['hobby'],
      flow: `
title: Club
draft: { owner: account, keep: 2 days }
steps:
  hobby:
    title: Hobby
    fields: [hobby]
    buttons:
      - { id: join, label: Join, journey: gate, with: { hint: $hobby }, next: wish }
    links: [{ label: A leaflet, journey: leaflet }]
  wish: { title: Wish, requires: [known], content: "Hello {fact.known.firstName}.", fields: [wish] }
${ENDING}`,
    },
    quiet: {
      fields: {
        hobby: { title: 'Hobby', type: 'string', maxLength: 10 },
        wish: { title: 'Wish', type: 'string', maxLength: 20 },
      },
      required: ['hobby'],
      flow: `
title: Quiet
draft: { owner: account }
steps:
  hobby: { title: Hobby, fields: [hobby] }
  wish: { title: Wish, requires: [known], fields: [wish] }
${ENDING}`,
    },
    reader: {
      fields: { wish: { title: 'Wish', type: 'string', maxLength: 20 } },
      flow: `
title: Reader
draft: { keep: 30 minutes }
steps:
  start: { title: Start, content: First read., buttons: [{ id: read, label: Read, journey: leaflet, next: wish }] }
  wish: { title: Wish, fields: [wish] }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

async function begin(journey: string, resident = service.resident()): Promise<Resident> {
  await resident.visit(`/${journey}`)
  return resident
}

async function tell(resident: Resident, label: string, text: string, button = 'Continue') {
  resident.fill(label, text)
  await resident.press(button)
}

async function sent(): Promise<Readonly<Record<string, unknown>>> {
  const ids = await service.running.store.ids(submissions)
  const record = await service.running.store.read(submissions, ids.at(-1) ?? '')
  return record?.value.answers ?? {}
}

describe('a journey through a journey', () => {
  it('hands over what is taken, comes back with its facts, and keeps the answers', async () => {
    const resident = await begin('club')
    await tell(resident, 'Hobby', 'chess', 'Join')
    expect(resident.page.path).toBe('/gate/who')
    expect(resident.page.text).toContain('Hint chess.')
    expect(resident.valueOf('Nickname')).toBe('chess')
    await tell(resident, 'Nickname', 'Sam', 'Go')
    expect(resident.page.path).toBe('/club/wish')
    expect(resident.page.text).toContain('Hello Sam.')
    await resident.press('Continue')
    expect(resident.page.text).toContain('chess')
    await resident.press('Send')
    expect(await sent()).toEqual({ hobby: 'chess' })
  })

  it('goes straight on where the facts hold already', async () => {
    const resident = await begin('club')
    await tell(resident, 'Hobby', 'chess', 'Join')
    await tell(resident, 'Nickname', 'Tim', 'Go')
    await begin('gate', resident)
    await resident.visit('/club/hobby')
    expect(resident.valueOf('Hobby')).toBe('chess')
    await tell(resident, 'Hobby', 'darts', 'Join')
    expect(resident.page.path).toBe('/club/wish')
  })

  it('leads back to the same page when nothing was earned', async () => {
    const resident = await begin('club')
    await tell(resident, 'Hobby', 'chess', 'Join')
    await resident.follow('Never mind')
    await resident.press('Go back')
    expect(resident.page.path).toBe('/club/hobby')
    expect(resident.valueOf('Hobby')).toBe('chess')
  })

  it('returns to its home where nobody called', async () => {
    const resident = await begin('gate')
    await tell(resident, 'Nickname', 'Ann', 'Go')
    expect(resident.page.path).toBe('/gate/who')
    expect(resident.page.text).toContain('Hint .')
  })

  it('passes the button of a journey that gives nothing, once it was gone through', async () => {
    const resident = await begin('reader')
    await resident.press('Read')
    expect(resident.page.path).toBe('/leaflet/read')
    await resident.press('I have read it')
    expect(resident.page.path).toBe('/reader/wish')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Check')
  })

  it('goes through a journey by a link, and back to the page', async () => {
    const resident = await begin('club')
    await resident.follow('A leaflet')
    expect(resident.page.path).toBe('/leaflet/read')
    await resident.press('I have read it')
    expect(resident.page.path).toBe('/club/hobby')
  })

  it('is gone through where a step requires what only it gives, and the answers become the account’s', async () => {
    const resident = await begin('quiet')
    await tell(resident, 'Hobby', 'chess')
    expect(resident.page.path).toBe('/gate/who')
    await resident.visit('/quiet/hobby')
    expect(resident.page.path).toBe('/quiet/hobby')
    expect(resident.valueOf('Hobby')).toBe('chess')
    await resident.visit('/quiet')
    expect(resident.page.path).toBe('/gate/who')
    await tell(resident, 'Nickname', 'Una', 'Go')
    expect(resident.page.path).toBe('/quiet/wish')
    await resident.press('Continue')
    expect(resident.page.text).toContain('chess')
  })
})

describe('drafts', () => {
  async function joined(nick: string, hobby: string): Promise<Resident> {
    const resident = await begin('club')
    await tell(resident, 'Hobby', hobby, 'Join')
    await tell(resident, 'Nickname', nick, 'Go')
    return resident
  }

  it('of an account are found from another device, and an empty anonymous one is dropped', async () => {
    await joined('Vic', 'golf')
    const other = service.resident()
    await begin('gate', other)
    await tell(other, 'Nickname', 'Vic', 'Go')
    await begin('club', other)
    expect(other.page.path).toBe('/club/wish')
    await other.visit('/club/hobby')
    expect(other.valueOf('Hobby')).toBe('golf')
  })

  it('ask which of two to keep', async () => {
    await joined('Wes', 'golf')
    const other = await joined('Wes', 'polo')
    expect(other.page.heading).toBe('You have saved answers already')
    await other.visit('/club/hobby')
    expect(other.page.heading).toBe('You have saved answers already')
    await other.press(/new|just/iu)
    await other.visit('/club/hobby')
    expect(other.valueOf('Hobby')).toBe('polo')
  })

  it('of an account outlive logging out, those of a session do not', async () => {
    const resident = await joined('Xan', 'golf')
    await begin('reader', resident)
    await resident.press('Read')
    await resident.press('I have read it')
    await resident.visit('/club')
    await resident.press('Xan – log out')
    await begin('reader', resident)
    expect(resident.page.path).toBe('/reader/start')
    await begin('club', resident)
    expect(resident.valueOf('Hobby')).toBe('')
    await begin('gate', resident)
    await tell(resident, 'Nickname', 'Xan', 'Go')
    await begin('club', resident)
    expect(resident.page.path).toBe('/club/wish')
  })

  it('are gone after the time that the journey says', async () => {
    const resident = await begin('reader')
    await resident.press('Read')
    await resident.press('I have read it')
    service.pass(29 * MINUTE)
    await begin('reader', resident)
    expect(resident.page.path).toBe('/reader/wish')
    service.pass(2 * MINUTE)
    await begin('reader', resident)
    expect(resident.page.path).toBe('/reader/start')
    service.pass(HOUR)
  })
})
