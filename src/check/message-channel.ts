import type { ActionContract, Channels } from '../journey/contract.ts'
import type { ActionCall, Channel } from '../journey/journey.ts'
import { CHANNELS } from '../journey/read-message.ts'
import { allCallsOf, type Check, type Subject } from './subject.ts'

const OTHER_CHANNEL = { code: 'FP0742', severity: 'error' } as const
const NAMES = { email: 'an email', sms: 'a text', call: 'a call' } as const

/** A message that its action never sends: a text where an email goes. */
export const checkMessageChannels: Check = (subject) => {
  for (const call of allCallsOf(subject.journey)) {
    const contract = subject.contracts.get(call.action)
    for (const input of Object.keys(contract?.channels ?? {}))
      if (contract) checkChannel(call, contract, input, subject)
  }
}

function checkChannel(
  call: ActionCall,
  { channels }: ActionContract,
  input: string,
  { journey, marks, report }: Subject,
): void {
  const value = call.with[input]
  const message = value?.from === 'literal' ? journey.messages.get(String(value.value)) : undefined
  const at = value && marks.get(value)
  const wanted = wantedOf(channels?.[input], call)
  if (!message || !at || wanted.length === 0 || wanted.includes(message.channel)) return
  // One that could not be read is told already.
  const said = marks.get(message, 'channel')
  if (said?.is !== 'scalar' || !CHANNELS.some((one) => one === said.value)) return
  const ways = wanted.map((one) => NAMES[one]).join(' or ')
  report(
    OTHER_CHANNEL,
    at,
    `"${message.name}" is ${NAMES[message.channel]}, and "${call.action}" sends ${ways} here: it would never leave.`,
    `Name another message, or write "channel: ${wanted[0]}" in it.`,
  )
}

function wantedOf(said: Channels[string] | undefined, call: ActionCall): readonly Channel[] {
  if (!said || isList(said)) return said ?? []
  return Object.entries(said).find(([other]) => Object.hasOwn(call.with, other))?.[1] ?? []
}

function isList(said: Channels[string]): said is readonly Channel[] {
  return Array.isArray(said)
}
