import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Journey } from '../../src/journey/journey.ts'
import { goToGate, ROBIN, registerWhole, SAM } from '../client/account-stories.ts'
import { startTestService, type TestService } from '../client/service.ts'
import { createWatch, type Watch, watched } from '../client/watched.ts'

let watch: Watch

let service: TestService
beforeAll(async () => {
  service = await startTestService()
  watch = createWatch(service.running.journeys)
})
afterAll(() => service.close())

describe('the pages around the forms', () => {
  it('are in the footer in one order, can be read by everybody, and lead on to each other', async () => {
    const one = watched(service.resident(), watch)
    await one.visit('/')
    const order = [...one.page.html.matchAll(/href="(\/pages\/[a-z]+)"/gu)].map(([, href]) => href)
    expect(order).toEqual(
      ['help', 'contact', 'accessibility', 'cookies', 'privacy'].map((id) => `/pages/${id}`),
    )
    for (const href of order) {
      await one.visit(href ?? '')
      expect(one.page.status).toBe(200)
      const others = [...one.page.html.matchAll(/href="\/pages\/([a-z]+)"/gu)].map(([, id]) => id)
      for (const id of others)
        expect((await service.resident().visit(`/pages/${id}`)).status, `${href}: ${id}`).toBe(200)
    }
    expect(watch.faults).toEqual([])
  })

  it('lead whoever has an account, and is not signed in, to it from the home page', async () => {
    const sam = service.resident()
    await sam.visit('/')
    await sam.follow('Sign in to your account')
    expect(sam.page.heading).toBe('Sign in')
    await sam.visit('/?lang=cy')
    expect(sam.page.links).toContain('Mewngofnodwch i’ch cyfrif')
    const robin = service.resident()
    await goToGate(robin)
    await registerWhole(robin, service, ROBIN, 'call')
    await robin.visit('/')
    expect(robin.page.links).not.toContain('Sign in to your account')
  })

  it('name the one cookie, what is kept how long, how to report a barrier, and whom to call', async () => {
    const said = {
      cookies: ['__Host-session', 'random number'],
      privacy: ['90 days', 'Information Commissioner', 'Data Protection Officer'],
      accessibility: ['partially compliant', 'version 2.2', 'Equality Advisory', '0344 800 8020'],
      contact: ['0344 800 8020', '18001', 'NR1 2DH'],
      help: ['Forgotten your password?', "Can't access this phone number?"],
    }
    for (const [id, words] of Object.entries(said)) {
      const page = await service.resident().visit(`/pages/${id}`)
      for (const word of words) expect(page.text, id).toContain(word)
    }
  })

  it('say how long a case is kept, and every case of ours goes by itself once it has ended', async () => {
    const privacy = (await service.resident().visit('/pages/privacy')).text
    for (const words of ['to close your account', 'Blue Badge', 'A request for an account'])
      expect(privacy).toContain(words)
    const submits = ({ steps }: Journey) =>
      steps.some(({ buttons }) =>
        buttons.some(({ run }) => run.some(({ action }) => action === 'submit-request')),
      )
    const withCases = [...service.running.journeys.values()].filter(submits)
    expect(withCases.map(({ id }) => id)).toContain('account-request')
    for (const { id, admin } of withCases)
      for (const [status, { ends }] of Object.entries(admin.statuses))
        if (ends) expect(admin.retention, `${id}: ${status}`).toHaveProperty([status])
  })

  it('show who is signed in the way to their account, beside the way out, on errors too', async () => {
    const sam = watched(service.resident(), watch)
    await goToGate(sam)
    await registerWhole(sam, service, SAM)
    for (const path of ['/', '/pages/help', '/account-request/your-details', '/nowhere']) {
      await sam.visit(path)
      expect(sam.page.html).toMatch(
        /href="\/account">Your account<\/a>\s*<form[^>]* action="\/log-out"/u,
      )
    }
    await sam.follow('Your account')
    expect(sam.page.heading).toBe('Your account')
    const nobody = await service.resident().visit('/nowhere')
    expect(nobody.html).not.toContain('href="/account"')
    expect(watch.faults).toEqual([])
  })
})
