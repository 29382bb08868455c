import type { Step } from '../../journey/journey.ts'
import type { Witness, WitnessPage } from '../../journey/problem.ts'
import type { Act } from './graph.ts'
import { jsonOf } from './replay.ts'
import type { Given, Trace } from './trace.ts'
import { FIRST_ANSWER } from './variables.ts'

/** A way as a list of answers: those that make a difference, in the order in which they are given. */
export function witnessOf(trace: Trace, at: Step): Witness {
  const given = trace.legs.flatMap((leg) => leg.given).filter(({ matters }) => matters)
  const told = given.filter(({ by }) => by === undefined)
  const answers = told.filter(({ variable }) => variable.is === 'answer')
  const facts = trace.first.filter(({ variable, matters }) => matters && variable.is === 'fact')
  const sources = trace.first.filter(({ variable, matters }) => matters && variable.is === 'source')
  const outcomes = trace.legs.flatMap(({ act }) => {
    const first = act?.button?.run.at(-1)
    return act?.action !== undefined && act.outcome !== undefined && first
      ? [
          {
            action: act.action,
            outcome: act.outcome,
            on: act.step.id,
            isAside: act.outcome in first.on || act.action !== first.action,
          },
        ]
      : []
  })
  const links = trace.legs.flatMap(({ act }) =>
    act?.link && 'to' in act.link ? [`a link from "${act.step.id}" is followed`] : [],
  )
  const words = [
    ...facts.map(
      ({ variable, value }) => `${variable.name} ${value === 1 ? 'holds' : 'does not hold'}`,
    ),
    ...[...sources, ...told].map((one) => `${one.variable.name} = ${shown(one)}`),
    ...given.flatMap(({ by }) => (by === undefined ? [] : [`${by} is changed afterwards`])),
    ...outcomes
      .filter(({ isAside }) => isAside)
      .map(({ action, outcome }) => `${action} ends in ${outcome}`),
    ...links,
  ]
  return {
    words: [...new Set(words)].join(', ') || 'any answers',
    answers: Object.fromEntries(answers.map((one) => [one.variable.name, jsonOf(one) ?? null])),
    empty: answers.filter(isEmpty).map(({ variable }) => variable.name),
    facts: Object.fromEntries(facts.map(({ variable, value }) => [variable.name, value === 1])),
    path: [...new Set(trace.legs.flatMap(({ act }) => (act && !act.skipped ? [act.step.id] : [])))],
    at: at.repeat === undefined ? at.id : `${at.id}/1`,
    pages: trace.legs.flatMap(({ act }) => (act ? pageOf(act) : [])),
    outcomes: outcomes.map(({ on, action, outcome }) => ({ step: on, action, outcome })),
  }
}

/** What is done on a page; nothing where it is passed over, or a list is only entered. */
function pageOf(act: Act): readonly WitnessPage[] {
  const { step, part, button, link, action, outcome } = act
  if (act.skipped || (part === 'step' && step.repeat !== undefined)) return []
  const place = { step: step.id, item: `${step.id}/1`, list: `${step.repeatFirst ?? step.id}/list` }
  return [
    {
      place: place[part],
      ...(button && button !== step.buttons[0] && { press: button.id }),
      ...(link && 'to' in link && { go: link.to }),
      ...(action !== undefined && { action }),
      ...(outcome !== undefined && { outcome }),
    },
  ]
}

function isEmpty({ variable, value }: Given): boolean {
  return variable.is === 'answer' && value < FIRST_ANSWER
}

function shown(one: Given): string {
  const { variable, value } = one
  if (variable.is === 'source' && value === 0) return 'not given'
  if (isEmpty(one)) return 'not answered'
  const json = jsonOf(one)
  if (json === undefined) return 'answered'
  if (json === true || json === false) return json ? 'yes' : 'no'
  return Array.isArray(json) ? json.join(' + ') : String(json)
}
