import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** What the bare server gives back. */
export interface BareAnswers {
  readonly page: string
  readonly location: string
}

let answers: BareAnswers = { page: '', location: '/' }

/** What is compared with: Hono on its node server, with the bytes ready, and nothing else. */
const app = new Hono()
app.get('/*', (c) => c.html(answers.page))
app.post('/*', async (c) => {
  await c.req.text()
  return c.redirect(answers.location, 303)
})

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.on('message', (told: BareAnswers) => {
    answers = told
    process.send?.({ port })
  })
})
process.on('disconnect', () => process.exit(0))
