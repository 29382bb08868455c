import { waysFrom } from './edges.ts'
import type { Check } from './subject.ts'

const EARLY = { code: 'FP0804', severity: 'error' } as const

/** A confirmation that can be reached before anything was sent. */
export const checkConfirmations: Check = ({ journey, marks, report, ...subject }) => {
  const seen = new Set<string>()
  const rest = [{ id: journey.start, sent: false }]
  while (rest.length > 0) {
    const { id, sent } = rest.pop() ?? { id: '', sent: false }
    const index = journey.stepIndex.get(id)
    const step = index === undefined ? undefined : journey.steps[index]
    if (!step || seen.has(`${id} ${sent}`)) continue
    seen.add(`${id} ${sent}`)
    for (const edge of waysFrom(step, subject).edges)
      rest.push({ id: edge.to, sent: sent || edge.submits })
  }
  for (const step of journey.steps) {
    const at = marks.get(step, 'kind') ?? marks.nameOf(step)
    const isGuarded = step.requires.some(({ fact }) => fact === 'submitted')
    if (step.kind !== 'confirmation' || isGuarded || !seen.has(`${step.id} false`) || !at) continue
    const help =
      'Let a button before it run "submit-request"; or write "kind: exit" or "kind: content" for a page that confirms nothing.'
    report(
      EARLY,
      at,
      `The confirmation "${step.id}" can be reached before the answers are sent.`,
      help,
    )
  }
}
