import { PROBLEMS } from '../journey/codes.ts'
import type { ActionContract } from '../journey/contract.ts'
import type { ActionCall, MessageTemplate } from '../journey/journey.ts'
import { messageInputs } from '../journey/message-inputs.ts'
import { helpWith } from '../journey/nearest.ts'
import { MESSAGE_WORDS } from '../journey/read-message.ts'
import { reportUnsaid, saysWord } from '../journey/unsaid-words.ts'
import { allCallsOf, type Check, type Subject } from './subject.ts'

const WITHOUT_CODE = { code: 'FP0744', severity: 'error' } as const
const NOT_DECLARED = { code: 'FP0741', severity: 'error' } as const

/** Words that a message declares and nobody gives; and words given to a message that does not declare them. */
export const checkMessageWords: Check = (subject) => {
  for (const call of allCallsOf(subject.journey)) {
    const contract = subject.contracts.get(call.action)
    if (contract)
      for (const input of messageInputs(call, subject)) checkMessage(call, contract, input, subject)
  }
}

function checkMessage(
  call: ActionCall,
  contract: ActionContract,
  input: string,
  subject: Subject,
): void {
  const value = call.with[input]
  const name = value?.from === 'literal' ? String(value.value) : ''
  const message = subject.journey.messages.get(name)
  if (!message) return
  reportEngineWords(call, contract, { input, message }, subject)
  const declared = message.with.filter((one) => !MESSAGE_WORDS.some((word) => word === one))
  if (contract.input['additionalProperties'] === false)
    reportUngiven(call, message, declared, subject)
  else {
    const properties = Object.keys(contract.input['properties'] ?? {})
    reportForgotten(call, message, declared, subject)
    reportUndeclared(call, message, [...properties, ...declared], subject)
  }
}

/** What the engine gives to this message, and what the definition gives in its place. */
function reportEngineWords(
  call: ActionCall,
  { says, input: schema }: ActionContract,
  { input, message }: { readonly input: string; readonly message: MessageTemplate },
  subject: Subject,
): void {
  const own = says?.[input]
  // Of an action that does not say it nobody can tell.
  if (!own) return
  const isStaff = subject.journey.admin.moves.some(({ run }) => run.includes(call))
  const told = schema['additionalProperties'] === false ? [] : Object.keys(call.with)
  const given = ['link', 'reference', ...(isStaff ? [] : ['summary']), ...own, ...told]
  reportUnsaid(message, given, `"${call.action}" does not have it`, subject)
  // Whoever calls hears no code; what else it says is its own affair.
  if (own.includes('code') && message.channel !== 'call' && !saysWord(message, 'code'))
    reportWithoutCode(call, message, input, subject)
}

/** The action gives no words but its own: the fault lies in the message. */
function reportUngiven(
  call: ActionCall,
  message: MessageTemplate,
  declared: readonly string[],
  { marks, report }: Subject,
): void {
  const list = marks.get(message, 'with')
  for (const name of declared) {
    const items = list?.is === 'list' ? list.items : []
    const at = items.find((item) => item.is === 'scalar' && item.value === name) ?? list
    const help = `Take "${name}" out of "with": then the answer of that name is used. The words that are there by themselves are: ${MESSAGE_WORDS.join(', ')}.`
    if (at)
      report(
        PROBLEMS.unsaidWord,
        at,
        `"${call.action}" sends this message, and does not give it "${name}".`,
        help,
      )
  }
}

function reportForgotten(
  call: ActionCall,
  message: MessageTemplate,
  declared: readonly string[],
  { marks, report }: Subject,
): void {
  const value = call.with['message']
  const at = value && marks.get(value)
  for (const name of declared) {
    if (Object.hasOwn(call.with, name) || !at) continue
    const words = `The message "${message.name}" wants "${name}", and nothing gives it.`
    report(PROBLEMS.unsaidWord, at, words, `Add "${name}: …" to "with".`)
  }
}

function reportUndeclared(
  call: ActionCall,
  message: MessageTemplate,
  valid: readonly string[],
  { marks, report }: Subject,
): void {
  const node = marks.get(call, 'with')
  for (const { key, keyAt } of node?.is === 'map' ? node.pairs : []) {
    if (valid.includes(key)) continue
    const words = `Neither "${call.action}" nor the message "${message.name}" takes "${key}".`
    report(NOT_DECLARED, keyAt, words, helpWith(key, valid, 'names'))
  }
}

/** What makes the code message useless: told where it is written, if it was to hold a code; else where it is named. */
function reportWithoutCode(
  call: ActionCall,
  message: MessageTemplate,
  input: string,
  { marks, report }: Subject,
): void {
  const value = call.with[input]
  const declared = marks.get(message, 'with')
  const items = declared?.is === 'list' ? declared.items : []
  const own = items.find((item) => item.is === 'scalar' && item.value === 'code')
  const at = own ?? (value && marks.get(value))
  if (at)
    report(
      WITHOUT_CODE,
      at,
      `"${call.action}" sends a code, and the message "${message.name}" does not say it.`,
      'Write "{code}" into its words, or name another message.',
    )
}
