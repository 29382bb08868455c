import { Hono } from 'hono'
import type { App, HttpDeps } from '../http/context.ts'
import { Refusal } from '../http/refusal.ts'
import { sendHtml } from '../http/respond.ts'
import {
  answerDevCall,
  DEV_OUTCOMES,
  type DevMessage,
  findDevMessage,
  listDevMessages,
} from '../messages/dev-messages.ts'
import { urls } from '../urls.ts'
import { renderDevMessage, renderDevMessages } from '../views/render-dev-messages.ts'
import { devFrame } from './dev-frame.ts'

/** Every message that would have left the system, and a phone to answer calls with. */
export function messageRoutes(deps: HttpDeps): App {
  const app: App = new Hono()
  const { store, now } = deps.services
  const frame = devFrame(deps)

  app.get(urls.devMessages, async (c) =>
    sendHtml(c, renderDevMessages(frame, await listDevMessages(store, now())), 200),
  )
  app.get(`${urls.devMessages}.json`, async (c) => c.json(await listDevMessages(store, now())))
  app.get(`${urls.devMessages}/:id`, async (c) => {
    const message = await found(c.req.param('id'))
    return sendHtml(c, renderDevMessage(frame, message), 200)
  })
  app.get(`${urls.devMessages}/:id/html`, async (c) => {
    const message = await found(c.req.param('id'))
    return c.html(message.html ?? '')
  })
  app.post(`${urls.devMessages}/:id/answer`, async (c) => {
    const body = new URLSearchParams(await c.req.text())
    const outcome = DEV_OUTCOMES.find((one) => one === body.get('outcome'))
    if (!outcome)
      throw new Refusal(400, 'an unknown outcome', {
        lines: [`Send outcome as one of ${DEV_OUTCOMES.join(', ')}.`],
      })
    const answered = await answerDevCall(
      store,
      c.req.param('id'),
      outcome,
      body.get('digits') ?? '#',
      now(),
    )
    if (answered.status === 'no-call') throw new Refusal(404, 'no such call')
    if (c.req.header('accept')?.includes('application/json')) return c.json(answered)
    return c.redirect(urls.devMessages, 303)
  })

  async function found(id: string): Promise<DevMessage> {
    const message = await findDevMessage(store, id, now())
    if (!message) throw new Refusal(404, 'no such message')
    return message
  }

  return app
}
