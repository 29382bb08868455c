import type { Entry, Step } from '../journey/journey.ts'
import type { Check, Subject } from './subject.ts'

const DOUBLED = { code: 'FP0613', severity: 'warning' } as const

type Asked = Extract<Entry, { is: 'field' }>

/** Two questions with one label, one below the other: people cannot tell what each asks for (WCAG 2.4.6). */
export const checkLabels: Check = (subject) => {
  for (const step of subject.journey.steps) for (const run of runsOf(step)) checkRun(run, subject)
}

function checkRun(run: readonly Asked[], { marks, report }: Subject): void {
  const seen = new Map<string, Asked>()
  for (const entry of run) {
    const label = labelOf(entry)
    const before = seen.get(label)
    const at = marks.get(entry.field, 'title') ?? marks.nameOf(entry.field)
    if (before === undefined) seen.set(label, entry)
    else if (at)
      report(
        DOUBLED,
        at,
        `"${before.field.name}" and "${entry.field.name}" have the same label, and stand on one page.`,
        'Say in one of them what is different; or put each into a "group" of its own.',
      )
  }
}

/** Questions that all see, and that nothing stands between: neither words nor a fieldset. */
function runsOf({ entries }: Step): readonly (readonly Asked[])[] {
  const runs: Asked[][] = [[]]
  let group = ''
  for (const entry of entries) {
    const own = entry.is === 'field' ? JSON.stringify(entry.group ?? '') : group
    if (entry.is !== 'field' || own !== group) runs.push([])
    group = own
    if (entry.is === 'field' && !entry.when) runs.at(-1)?.push(entry)
  }
  return runs
}

function labelOf({ title, field }: Asked): string {
  return JSON.stringify(title ? [title.parts, title.choices] : [[field.title]])
}
