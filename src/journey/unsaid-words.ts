import { PROBLEMS } from './codes.ts'
import type { Words } from './condition.ts'
import type { MessageTemplate } from './journey.ts'
import { MESSAGE_WORDS } from './read-message.ts'
import type { Reading } from './reading.ts'

/**
 * The engine gives some words to some messages only ("where they exist", FORMAT.md): reports each that a message says and
 * nothing gives it. `given`: what it may say; `whose`: what sends it, as in "send-message".
 */
export function reportUnsaid(
  message: MessageTemplate,
  given: readonly string[],
  whose: string,
  { marks, report }: Pick<Reading, 'marks' | 'report'>,
): void {
  const front = marks.get(message)
  if (!front) return
  const { source } = front
  for (const word of MESSAGE_WORDS) {
    if (given.includes(word) || !saysWord(message, word)) continue
    const start = source.text.search(new RegExp(String.raw`(?<!\{)\{${word}\}`, 'u'))
    const at = start < 0 ? front : { source, start, end: start + word.length + 2 }
    const known = MESSAGE_WORDS.filter((one) => given.includes(one))
    report(
      PROBLEMS.unsaidWord,
      at,
      `Nothing gives {${word}} to this message: ${whose}.`,
      `Take it out. It may say {${known.join('}, {')}}.`,
    )
  }
}

/** Whether a message says one of the engine's words. */
export function saysWord({ subject, body, text }: MessageTemplate, word: string): boolean {
  return [subject, body, text].some((words) => words && holdsWord(words, word))
}

function holdsWord({ parts, choices }: Words, word: string): boolean {
  if (choices) return choices.some(({ words }) => holdsWord(words, word))
  return parts.some(
    (part) => typeof part !== 'string' && part.from === 'engine' && part.key === word,
  )
}
