import type { KindName } from '../fields/field.ts'
import type { Value } from '../journey/condition.ts'
import type { ActionContract } from '../journey/contract.ts'
import type { ActionCall, Channel } from '../journey/journey.ts'
import { earnedFacts, giversOf } from './earned-facts.ts'
import { allCallsOf, type Check, callsOf, type Subject, spotOfCall } from './subject.ts'

const TO_NOBODY = { code: 'FP0743', severity: 'warning' } as const

/** A message that a press is to send, and that cannot leave: to nobody, to what is no address, or to an account where nobody is signed in. */
export const checkReceivers: Check = (subject) => {
  for (const { call } of callsOf(subject.journey)) {
    const contract = subject.contracts.get(call.action)
    if (contract && mayWrite(contract)) checkCall(call, subject)
    if (contract) checkProved(call, contract, subject)
  }
  for (const call of allCallsOf(subject.journey)) {
    const contract = subject.contracts.get(call.action)
    if (contract) checkProvable(call, contract, subject)
  }
}

/** What nobody can have proved: an address of the author's, and what was answered or is asked once staff have the case. */
function checkProvable(call: ActionCall, { provedBy }: ActionContract, subject: Subject): void {
  const { marks, report } = subject
  for (const input of Object.keys(provedBy ?? {})) {
    const value = call.with[input]
    const at = value && marks.get(value)
    if (!at || !isUnproved(value)) continue
    const isOfMove = value.from !== 'literal'
    report(
      TO_NOBODY,
      at,
      `Nobody proves here whose address this is: "${call.action}" would not write to it.`,
      isOfMove ? 'Write "$submission.account".' : 'Name an account, or an answer that was proved.',
    )
  }
}

function isUnproved(value: Value): boolean {
  if (value.from === 'submission') return value.key !== 'account'
  return value.from === 'asked' || (value.from === 'literal' && String(value.value).includes('@'))
}

/** Actions that write to somebody where both are said, and do without where not. */
function mayWrite({ input }: ActionContract): boolean {
  const { properties, required } = input
  const has = (name: string) =>
    typeof properties === 'object' && properties !== null && Object.hasOwn(properties, name)
  const isFree =
    !Array.isArray(required) || !['message', 'to'].some((key) => required.includes(key))
  return has('message') && has('to') && isFree
}

function checkCall(call: ActionCall, subject: Subject): void {
  const { marks, report } = subject
  const { message, to } = call.with
  const at = (to && marks.get(to)) ?? (message && marks.get(message)) ?? spotOfCall(call, marks)
  if (!at || (!message && !to)) return
  if (!to) {
    const help = 'Add "to": "$account.email", or an answer that is an email address.'
    report(TO_NOBODY, at, `"${call.action}" has a message, and nobody to send it to.`, help)
    return
  }
  if (!message) {
    const help = 'Add "message": the name of a file in messages/.'
    report(TO_NOBODY, at, `"${call.action}" knows whom to write to, and has no message.`, help)
    return
  }
  const wrong = wrongReceiver(call, subject)
  if (wrong) report(TO_NOBODY, at, wrong.message, wrong.help)
}

/** Kinds of answers that may be an address of a channel; of words nobody can tell. */
const FITTING: Readonly<Record<Channel, readonly KindName[]>> = {
  email: ['email', 'text', 'textarea', 'radios', 'select', 'search'],
  sms: ['phone', 'text', 'textarea', 'radios', 'select', 'search'],
  call: ['phone', 'text', 'textarea', 'radios', 'select', 'search'],
}

function wrongReceiver({ with: { to, message } }: ActionCall, subject: Subject) {
  const { journey } = subject
  if (to?.from === 'account' && !isSomebodySignedIn(subject))
    return {
      message:
        'Nothing in this journey signs anybody in, so that there may be no account to write to.',
      help: 'Add "requires: [signed-in]" to a step before, or write to an answer.',
    }
  const template =
    message?.from === 'literal' ? journey.messages.get(String(message.value)) : undefined
  const [first = '', ...rest] = to?.from === 'answer' ? to.path : []
  const field = rest.length === 0 ? journey.fields.get(first) : undefined
  if (!field || !template || FITTING[template.channel].includes(field.kind)) return undefined
  const wanted = template.channel === 'email' ? 'an email address' : 'a phone number'
  return {
    message: `"${first}" is never ${wanted}, which this message goes to: it would never leave.`,
    help: `Name an answer that is ${wanted}.`,
  }
}

/** A fact of the session is earned here, or required: whoever comes here without it is sent to earn it. */
function isSomebodySignedIn(subject: Subject): boolean {
  const earned = earnedFacts(subject)
  const ofSession = [...subject.contracts.values()].flatMap(({ gives = [] }) =>
    gives.filter(({ scope }) => scope === 'session').map(({ fact }) => fact),
  )
  const required = subject.journey.steps.flatMap((step) => step.requires.map(({ fact }) => fact))
  return !earned || ofSession.some((fact) => earned.has(fact) || required.includes(fact))
}

/** An address is written to when it was proved; one that was proved under another name is another. */
function checkProved(call: ActionCall, { provedBy }: ActionContract, subject: Subject): void {
  const { journey, contracts, marks, report } = subject
  for (const [input, fact] of Object.entries(provedBy ?? {})) {
    const value = call.with[input]
    const at = value && marks.get(value)
    if (value?.from !== 'answer' || !at || giversOf(fact, subject).length > 0) continue
    const proofs = callsOf(journey).flatMap((one) =>
      (contracts.get(one.call.action)?.gives ?? [])
        .filter((give) => give.fact === fact)
        .flatMap(({ about }) => about.flatMap((name) => one.call.with[name] ?? [])),
    )
    const isProved = proofs.some((one) => one.from !== 'answer' || isSame(one.path, value.path))
    if (proofs.length > 0 && !isProved)
      report(
        TO_NOBODY,
        at,
        `Nothing in this journey proves "${value.path.join('.')}": "${call.action}" would not write to it.`,
        `Name the answer for which "${fact}" is given.`,
      )
  }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.join('.') === other.join('.')
}
