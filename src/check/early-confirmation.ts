import { stepNamed, waysFrom } from './edges.ts'
import type { Check, Subject } from './subject.ts'

const EARLY = { code: 'FP0804', severity: 'error' } as const

/** A confirmation that can be reached before anything was sent. */
export const checkConfirmations: Check = (subject) => {
  const { journey, marks, report } = subject
  const unsent = reachedUnsent(subject)
  for (const step of journey.steps) {
    const at = marks.get(step, 'kind') ?? marks.nameOf(step)
    const isGuarded = step.requires.some(({ fact }) => fact === 'submitted')
    if (step.kind !== 'confirmation' || isGuarded || !unsent.has(step.id) || !at) continue
    const message = `The confirmation "${step.id}" can be reached before the answers are sent.`
    const help =
      'Let a button before it run "submit-request"; or write "kind: exit" or "kind: content" for a page that confirms nothing.'
    report(EARLY, at, message, help)
  }
}

/** The steps that can be reached from the start without a press that sends. */
function reachedUnsent(subject: Subject): ReadonlySet<string> {
  const seen = new Set<string>()
  const rest = [subject.journey.start]
  while (rest.length > 0) {
    const id = rest.pop() ?? ''
    const step = stepNamed(id, subject.journey)
    if (!step || seen.has(id)) continue
    seen.add(id)
    for (const edge of waysFrom(step, subject).edges) if (!edge.submits) rest.push(edge.to)
  }
  return seen
}
