import { Hono } from 'hono'
import type { CallEvent } from '../messages/call-states.ts'
import { calls, recordCallEvent } from '../messages/calls.ts'
import type { Call } from '../messages/message.ts'
import { isNewNonce } from '../messages/nonces.ts'
import { type PlivoCallback, readCallback, readParams } from '../messages/plivo-callback.ts'
import { isSignedByPlivo } from '../messages/plivo-signature.ts'
import { answerXml, hangUpXml, stepXml, voiceIn } from '../messages/voice-answers.ts'
import type { Store } from '../store/store.ts'
import { urls } from '../urls.ts'
import type { App } from './context.ts'
import { limitBody } from './read-body.ts'

export interface VoiceDeps {
  readonly store: Store
  readonly now: () => number
  /** A callback's public address (R-HOOK-02). */
  readonly urlOf: (token: string, about: 'answer' | 'step' | 'hang-up') => string
  /** Plivo's, which signs the callbacks. */
  readonly token: string
}

/**
 * What Plivo asks while a call goes on (R-HOOK-01 to R-HOOK-04): signed, each name once, forwards only. What comes twice is
 * answered, and does nothing. No session.
 */
export function voiceRoutes(deps: VoiceDeps): App {
  const app: App = new Hono()
  app.post(`${urls.hooks}/voice/:token/:about`, limitBody, async (c) => {
    const token = c.req.param('token')
    const about = aboutOf(c.req.param('about'))
    const text = await c.req.text()
    if (!about) return c.text('', 404)
    const params = readParams(new URLSearchParams(text))
    if (!params) return c.text('', 400)
    const nonce = c.req.header('x-plivo-signature-v3-nonce')
    const signed = isSignedByPlivo(deps.token, {
      url: deps.urlOf(token, about),
      params,
      nonce,
      signature: c.req.header('x-plivo-signature-v3') ?? c.req.header('x-plivo-signature-ma-v3'),
    })
    if (!signed) return c.text('', 403)
    const call = await findCall(deps.store, token)
    const callback = readCallback(params, about)
    if (!call || !callback || (call.provider !== undefined && call.provider !== callback.provider))
      return c.text('', 404)
    const event = await eventOnce(deps, nonce, callback)
    return c.body(await answer(deps, call, about, event), 200, {
      'Content-Type': 'application/xml',
    })
  })
  return app
}

/** What happened, the first time that it is told. */
async function eventOnce(
  { store, now }: VoiceDeps,
  nonce: string | undefined,
  { event }: PlivoCallback,
): Promise<CallEvent | undefined> {
  return nonce !== undefined && (await isNewNonce(store, nonce, now())) ? event : undefined
}

async function answer(
  deps: VoiceDeps,
  call: Call,
  about: 'answer' | 'step' | 'hang-up',
  event: CallEvent | undefined,
): Promise<string> {
  const state = event ? await recordCallEvent(deps.store, call.id, event, deps.now()) : call.state
  const words = voiceIn(call.language)
  if (about === 'step') return stepXml(state === 'pressed', words)
  if (about === 'hang-up' || (state !== 'ringing' && state !== 'queued')) return hangUpXml()
  return answerXml(call.messages[0]?.text ?? '', deps.urlOf(call.token, 'step'), words)
}

function aboutOf(text: string): 'answer' | 'step' | 'hang-up' | undefined {
  return text === 'answer' || text === 'step' || text === 'hang-up' ? text : undefined
}

async function findCall(store: Store, token: string): Promise<Call | undefined> {
  const [id] = await store.find(calls, 'token', token)
  return id === undefined ? undefined : (await store.read(calls, id))?.value
}
