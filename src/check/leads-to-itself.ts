import type { Condition, Operand } from '../journey/condition.ts'
import { operandsOf } from '../journey/condition-operands.ts'
import type { Button, Link, Next, Step } from '../journey/journey.ts'
import { lostIn } from './circles.ts'
import { allWords, choicesIn, factsIn, operandsIn } from './paths/condition-places.ts'
import { answersIn } from './paths/intervals.ts'
import type { Check, Subject } from './subject.ts'

const ALWAYS = { code: 'FP0822', severity: 'error' } as const
const SOMETIMES = { code: 'FP0823', severity: 'warning' } as const

/** A button or link that leads to the page that it stands on, where that is the same again. */
export const checkOwnTargets: Check = (subject) => {
  const isLost = lostIn(subject)
  for (const step of subject.journey.steps) {
    // In an item's turn a target that is not later leads to the list; and of a circle of one page the flow alone has told.
    if (step.repeat !== undefined || isLost(step)) continue
    for (const [next, button] of idleTargets(step, subject)) tell(next, button, step, subject)
    if (!mayDiffer(step, subject)) for (const link of step.links) tellLink(link, step, subject)
  }
}

/** Lists of targets, each with the first button that leads there and changes nothing on the page. */
function idleTargets(step: Step, subject: Subject): ReadonlyMap<Next, Button> {
  const targets = new Map<Next, Button>()
  for (const button of step.buttons) {
    const next = nextOf(button, step, subject)
    if (next && !targets.has(next) && isIdle(button, step, subject)) targets.set(next, button)
  }
  return targets
}

/** Where a press leads that ends as it should; undefined where it stays on the page on purpose. */
export function nextOf(
  button: Button,
  step: Step,
  { contracts }: Pick<Subject, 'contracts'>,
): Next | undefined {
  const last = button.run.at(-1)
  const first = last && contracts.get(last.action)?.outcomes[0]
  const on = first === undefined ? undefined : last?.on[first]
  if (on && on.then !== 'go') return undefined
  return on?.next ?? button.next ?? step.next
}

/** The page is the same afterwards. */
function isIdle(button: Button, step: Step, subject: Subject): boolean {
  if (isLastWord(button, subject)) return true
  return button.run.length === 0 && button.journey === undefined && !mayDiffer(step, subject)
}

/** There is nothing more to do on a page that closes, or from which all was sent. */
function isLastWord({ run }: Button, { contracts }: Subject): boolean {
  return run.some(({ action }) => {
    const contract = contracts.get(action)
    return contract?.submits === true || contract?.closes === true
  })
}

/** Its own answers, or what changes by itself, decide what is on the page. */
function mayDiffer(step: Step, { journey }: Subject): boolean {
  const own = step.entries.flatMap((entry) => (entry.is === 'field' ? [entry.field.name] : []))
  const isFleeting = ({ from }: Operand) => from !== 'literal' && from !== 'answer'
  const isOwn = (one: Operand) => one.from === 'answer' && own.includes(one.path[0] ?? '')
  const parts = [...step.entries, ...step.buttons, ...step.links]
  const shown: readonly Condition[] = [
    ...parts.flatMap(({ when }) => when ?? []),
    ...allWords(step).flatMap(choicesIn),
  ]
  const partsOf = (one: Operand): readonly Operand[] => {
    const rule = one.from === 'value' ? journey.values[one.key] : undefined
    return rule ? answersIn(rule, journey) : [one]
  }
  const operands = [...shown.flatMap(operandsOf), ...allWords(step).flatMap(operandsIn)].flatMap(
    partsOf,
  )
  return (
    step.enter.length > 0 ||
    step.tasks !== undefined ||
    operands.some((one) => isFleeting(one) || isOwn(one)) ||
    shown.some((one) => factsIn(one).length > 0)
  )
}

function tell(next: Next, button: Button, step: Step, subject: Subject): void {
  const { marks, report } = subject
  const entry = next.find(({ to }) => to === step.id)
  const at = entry && (marks.get(entry, 'to') ?? marks.get(entry) ?? marks.nameOf(step))
  if (!at) return
  const help = 'Name the step that comes after it.'
  const isOnly = next.every(({ to }) => to === step.id)
  const back = `The button "${button.id}" leads back to the page that it stands on.`
  // A press keeps what was typed, which may be all that it is for.
  if (isLastWord(button, subject) || (isOnly && step.entries.length === 0))
    report(ALWAYS, at, back, help)
  else if (isOnly) report(SOMETIMES, at, back, help)
  else if (step.entries.length > 0) {
    // Whom an entry holds on a page that asks nothing is in a circle, and told of there.
    const message = `Some who press "${button.id}" see the same page again, without a word.`
    const more = 'Name the step that comes after it; or say with "checks" what is wrong.'
    report(SOMETIMES, at, message, more)
  }
}

function tellLink(link: Link, step: Step, { marks, report }: Subject): void {
  const at = marks.get(link, 'to') ?? marks.get(link)
  if (!at || !('to' in link) || link.to !== step.id) return
  const message = `This link leads to the page that it stands on.`
  report(SOMETIMES, at, message, 'Name another step, or take it away.')
}
