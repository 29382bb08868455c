import { PROBLEMS } from './codes.ts'
import type { DraftRule, MessageTemplate } from './journey.ts'
import { readMessageName } from './read-message-name.ts'
import type { Reading } from './reading.ts'
import { type Node, pairOf } from './tree.ts'
import { reportUnsaid } from './unsaid-words.ts'

/** What a message about a draft may say besides the site's words. */
const GIVEN = ['link', 'until']
/** A reminder tells nothing of what was answered. */
const WORDS = { saved: [...GIVEN, 'summary'], reminder: GIVEN }

/** `saved` or `reminder` of a draft: only who has an account can be written to. */
export function readDraftMessage(
  node: Node | undefined,
  owner: DraftRule['owner'],
  reading: Reading,
): string | undefined {
  if (!node) return undefined
  if (owner === 'account') return readMessageName(node, reading)
  reading.report(
    PROBLEMS.keysExclude,
    node,
    'Answers that belong to a session go with it: nobody can be written to about them.',
    'Write "owner: account", or leave this out.',
  )
  return undefined
}

/** The messages that a draft names. */
export function draftMessages({ saved, reminder }: DraftRule): readonly string[] {
  return [saved, reminder].filter((name) => name !== undefined)
}

/** Messages about a draft go by email, and are given a link and a day. */
export function checkDraftMessages(
  rule: DraftRule,
  messages: ReadonlyMap<string, MessageTemplate>,
  reading: Reading,
): void {
  const { marks, report } = reading
  const node = marks.get(rule)
  for (const key of ['saved', 'reminder'] as const) {
    const message = messages.get(rule[key] ?? '')
    const at = node?.is === 'map' ? pairOf(node, key)?.value : undefined
    if (!message || !at) continue
    if (message.channel !== 'email')
      report(PROBLEMS.wrongValue, at, `It goes by email, and "${message.name}" is none.`)
    reportUnsaid(message, WORDS[key], 'it is about answers that are not sent yet', reading)
    const more = message.with.filter((name) => !GIVEN.includes(name))
    if (more.length > 0)
      report(
        PROBLEMS.wrongValue,
        at,
        `Nothing gives "${more[0]}" to a message about saved answers.`,
        `It may say {${GIVEN.join('}, {')}}.`,
      )
  }
}
