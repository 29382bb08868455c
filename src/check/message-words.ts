import type { ActionCall } from '../journey/journey.ts'
import { messageInputs } from '../journey/message-inputs.ts'
import { helpWith } from '../journey/nearest.ts'
import { MESSAGE_WORDS } from '../journey/read-message.ts'
import { allCallsOf, type Check, type Subject } from './subject.ts'

const NOT_SAID = { code: 'FP0740', severity: 'error' } as const
const NOT_DECLARED = { code: 'FP0741', severity: 'error' } as const

/** Words that a message declares and nobody gives; and words given to a message that does not declare them. */
export const checkMessageWords: Check = (subject) => {
  for (const call of allCallsOf(subject.journey)) {
    for (const input of messageInputs(call, subject)) checkMessage(call, input, subject)
  }
}

function checkMessage(
  call: ActionCall,
  input: string,
  { journey, marks, contracts, report }: Subject,
): void {
  const value = call.with[input]
  const at = value && marks.get(value)
  const message = value?.from === 'literal' ? journey.messages.get(String(value.value)) : undefined
  const contract = contracts.get(call.action)
  if (!message || !at || !contract) return
  const takesWords = contract.input['additionalProperties'] !== false
  const declared = message.with.filter((name) => !MESSAGE_WORDS.some((word) => word === name))
  for (const name of declared) {
    if (takesWords && Object.hasOwn(call.with, name)) continue
    const help = takesWords
      ? `Add "${name}: …" to "with".`
      : `"${call.action}" gives only its own words. Take "${name}" out of the message's "with": then the answer of that name is used.`
    report(
      NOT_SAID,
      at,
      `The message "${message.name}" wants "${name}", and nothing gives it.`,
      help,
    )
  }
  const properties = Object.keys(contract.input['properties'] ?? {})
  for (const [name, given] of Object.entries(call.with)) {
    const spot = marks.get(given)
    if (!takesWords || properties.includes(name) || declared.includes(name) || !spot) continue
    const help = helpWith(name, [...properties, ...declared], 'names')
    report(
      NOT_DECLARED,
      spot,
      `Neither "${call.action}" nor the message "${message.name}" takes "${name}".`,
      help,
    )
  }
}
