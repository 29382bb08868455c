import type { FromSchema } from 'json-schema-to-ts'
import { findAccount } from '../accounts/account.ts'
import { emailKeyOf } from '../accounts/email-key.ts'
import { countAct, messageLimits } from '../accounts/limits.ts'
import { createId } from '../accounts/secret.ts'
import type { OutgoingMessage, Submission } from '../answers/draft.ts'
import { isEmail } from '../answers/email-address.ts'
import { submissions } from '../store/records.ts'
import { type ActionContext, type ActionResult, defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'
import { outgoingOf } from './outgoing.ts'
import { reachableType } from './recipient.ts'
import { createReference } from './reference.ts'

const input = {
  type: 'object',
  properties: { message: INPUTS.message, to: { type: 'string', maxLength: 254 } },
  additionalProperties: false,
} as const
type Input = FromSchema<typeof input>

/** Sends what was answered, once for a draft, and writes the message about it into the very record (R-REL-07, R-REL-08). */
export const submitRequest = defineAction(
  {
    name: 'submit-request',
    input,
    outcomes: ['submitted', 'refused'],
    says: { message: [] },
    channels: { message: ['email', 'sms'] },
    words: { refused: 'We could not send this. Nothing has been lost. Contact us' },
    gives: [
      { on: 'submitted', fact: 'submitted', about: [], scope: 'draft', carries: ['reference'] },
    ],
    closes: true,
    submits: true,
  },
  async (given: Input, context) => {
    const { store } = context.services
    const before = await findByDraft(context)
    if (before) return submitted(before, context)
    const { answers, path, account } = context.submission()
    if (account !== undefined && (await findAccount(store, account))?.closedAt !== undefined)
      return { outcome: 'refused' }
    const isAllowed = await mayWrite(given, context)
    for (let tries = 0; tries < 5; tries++) {
      const reference = createReference()
      const submission: Submission = {
        id: createId(),
        reference,
        journey: context.journey.id,
        hash: context.journey.hash,
        draft: context.draft,
        ...(account !== undefined && { account }),
        answers,
        path,
        submittedAt: context.now,
        language: context.language,
        status: context.journey.admin.start,
        history: [],
        messages: isAllowed ? messagesOf(given, reference, context) : [],
      }
      const written = await store.write(submissions, submission, 0)
      if (written.status === 'written') return submitted(submission, context)
      const first = await findByDraft(context)
      if (first) return submitted(first, context)
    }
    throw new Error('no free reference was found')
  },
)

/** The first submission of a draft stands, whatever comes later (R-REL-07). */
async function findByDraft({
  services: { store },
  draft,
}: ActionContext): Promise<Submission | undefined> {
  const [id] = await store.find(submissions, 'draft', draft)
  return id === undefined ? undefined : (await store.read(submissions, id))?.value
}

function submitted({ id, reference }: Submission, { services }: ActionContext): ActionResult {
  services.outbox.dispatch(submissions, id)
  return {
    outcome: 'submitted',
    carries: { submitted: { reference } },
    submission: { id, reference },
  }
}

/** A submission that nobody can be told of stands all the same: only its message is left out. */
async function mayWrite(
  { message, to }: Input,
  { services, now }: ActionContext,
): Promise<boolean> {
  if (message === undefined || to === undefined) return false
  const { store, secretKey } = services
  const counting = { store, secretKey, now }
  return (
    (await countAct(counting, 'submission', [messageLimits(emailKeyOf(to))])).status === 'allowed'
  )
}

function messagesOf(
  { message, to }: Input,
  reference: string,
  context: ActionContext,
): readonly OutgoingMessage[] {
  if (message === undefined || to === undefined) return []
  const composed = context.compose(message, { reference })
  const reaches =
    composed.channel === 'email'
      ? isEmail(to)
      : composed.channel === 'sms' && reachableType(to, context.services) === 'mobile'
  return reaches ? [outgoingOf(composed, to, context.now)] : []
}
