import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** What the bare server gives back, to the byte: bodies, and the headers that Node does not write by itself. */
export interface BareAnswers {
  readonly page: string
  readonly pageHeaders: Readonly<Record<string, string>>
  readonly redirectHeaders: Readonly<Record<string, string>>
}

let answers: BareAnswers = { page: '', pageHeaders: {}, redirectHeaders: {} }

/** What is compared with: Hono on its node server, with the bytes ready, and nothing else. */
const app = new Hono()
app.get('/*', (c) => c.body(answers.page, 200, answers.pageHeaders))
app.post('/*', async (c) => {
  await c.req.text()
  return c.body(null, 303, answers.redirectHeaders)
})

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.on('message', (told: BareAnswers) => {
    answers = told
    process.send?.({ port })
  })
})
process.on('disconnect', () => process.exit(0))
