import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeRecord } from '../../src/store/change.ts'
import { submissions } from '../../src/store/records.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

const DAY = 24 * 60 * 60_000

const written = (retention: string) => ({
  fields: {
    nick: { title: 'Nickname', type: 'string', maxLength: 20 },
    colour: { title: 'Colour', enum: ['red', 'blue'], field: { data: 'none' } },
  },
  required: ['nick', 'colour'],
  more: {
    'admin.yaml': `
statuses: { received: { title: Received }, closed: { title: Closed, ends: true } }
moves: { close: { label: Close, from: [received], to: closed } }
retention: { closed: ${retention} }
`,
  },
  flow: `title: T\nsteps:\n  ask: { title: You, fields: [nick, colour] }${ENDING}`,
})

let service: TestService
beforeEach(async () => {
  service = await serveForms({
    gone: written('2 weeks'),
    blank: written('{ after: 10 days, then: anonymise }'),
  })
})
afterEach(() => service.close())

async function send(journey: string): Promise<void> {
  const resident = service.resident()
  await resident.visit(`/${journey}`)
  resident.fill('Nickname', 'Ann')
  resident.choose('Colour', 'red')
  await resident.press('Continue')
  await resident.press('Send')
}

async function close(): Promise<void> {
  const { store, services } = service.running
  for (const id of await store.ids(submissions))
    await changeRecord(
      store,
      submissions,
      id,
      (before) =>
        before && {
          ...before,
          status: 'closed',
          account: 'ann',
          history: [
            {
              at: services.now(),
              by: 'jo',
              move: 'close',
              to: 'closed',
              asked: { why: 'Ann asked' },
            },
          ],
        },
    )
}

async function kept() {
  const { store } = service.running
  const all = await Promise.all(
    (await store.ids(submissions)).map((id) => store.read(submissions, id)),
  )
  return all.flatMap((one) => (one ? [one.value] : []))
}

async function days(count: number): Promise<void> {
  service.pass(count * DAY)
  await service.restart()
}

describe('retention (FORMAT.md, admin.yaml)', () => {
  it('keeps a case while its status has no end, however old it is', async () => {
    await send('gone')
    await days(400)
    expect(await kept()).toHaveLength(1)
  })

  it('deletes a case when its time in the status is over, counted from when it came there', async () => {
    await send('gone')
    await days(30)
    await close()
    await days(13)
    expect(await kept()).toHaveLength(1)
    await days(1.1)
    expect(await kept()).toEqual([])
  })

  it('anonymises: what could name somebody goes, what counts cases stays', async () => {
    await send('blank')
    await close()
    await days(10.1)
    const [one] = await kept()
    expect(one).toMatchObject({
      status: 'closed',
      answers: { colour: 'red' },
      messages: [],
      anonymised: true,
    })
    expect(one?.account).toBeUndefined()
    expect(JSON.stringify(one)).not.toMatch(/Ann/u)
  })
})
