import type { Loaded } from '../../engine/load-draft.ts'
import { scopeAt, shownButtons } from '../../engine/show-step.ts'
import { shownEntries } from '../../flow/entries.ts'
import {
  type Explained,
  explainProgress,
  type TriedCondition,
  type TriedWay,
  tryCondition,
  tryWays,
} from '../../flow/explain.ts'
import { type Place, placeKey, placeOf } from '../../flow/place.ts'
import type { Scope } from '../../flow/scope.ts'
import type { Journey, Step } from '../../journey/journey.ts'
import type { Marks } from '../../journey/marks.ts'
import type { Spot } from '../../journey/tree.ts'
import { conditionInWords, operandInWords } from '../../map/condition-in-words.ts'
import { urls } from '../../urls.ts'
import type { TriedView, WhyStep, WhyView } from '../../views/render-aside.ts'
import type { WrittenAt } from '../../views/written-at.ts'
import { writtenAt } from '../written-at.ts'
import { doneInWords } from './done-in-words.ts'
import { answerLines, factLines, valueInWords } from './what-is-known.ts'

/** Where the parts of a journey are written. */
interface Written {
  readonly marks: Marks
  at(spot: Spot | undefined, lead?: string): readonly WrittenAt[]
}

/**
 * Why a page is as it is: what the walk along the exits did, each condition that was tried with its line, and what was
 * known. `journey`: in the language that it was written in, so that lines are those of its flow.
 */
export function whyOf(loaded: Loaded, shownAt: Place, journey: Journey, marks: Marks): WhyView {
  const world = { ...loaded.world, journey }
  const { steps, progress, facts } = explainProgress(world, loaded.draft)
  const place = placeOf(journey, placeKey(shownAt)) ?? shownAt
  const { before, own } = scopeAt({ ...loaded, journey, world, progress }, place)
  const { scope } = shownEntries(place, own, before)
  const written: Written = { marks, at: (spot, lead) => writtenAt(journey.id, spot, lead) }
  const seen = new Set(steps.map(({ noted }) => noted.place.step.id))
  return {
    ...factLines(facts, journey),
    ...answerLines(progress.scope.answers, loaded.draft.answers, journey),
    path: steps.map((one) => pathStep(one, written)),
    page: place.list ? [] : pageSteps(place.step, scope, written),
    buttons: place.list
      ? []
      : shownButtons(place, scope).map((button) => ({
          what: `${button.id}${leadsTo(tryWays(button.next ?? place.step.next, scope))}`,
          at: written.at(marks.nameOf(button)),
          tried: wayViews(tryWays(button.next ?? place.step.next, scope), scope, written),
        })),
    others: journey.steps
      .filter(({ id }) => !seen.has(id) && id !== place.step.id)
      .map((step) => ({ what: step.id, at: written.at(marks.nameOf(step)), tried: [] })),
    previewHref: `${urls.devPreview(journey.id)}#step-${place.step.id}`,
    mapHref: urls.devMap(journey.id),
  }
}

function pathStep(one: Explained, written: Written): WhyStep {
  const { place, scope } = one.noted
  const whens = one.when ? [triedView(one.when, whenAt(place.step, written), scope, written)] : []
  const ways = one.noted.did === 'stop' ? [] : wayViews(one.ways, scope, written)
  return {
    what: `${placeKey(place)}: ${doneInWords(one)}`,
    at: written.at(written.marks.nameOf(place.step)),
    tried: [...whens, ...ways],
  }
}

/** The parts of a page that have a condition. */
function pageSteps(step: Step, scope: Scope, written: Written): readonly WhyStep[] {
  const entries = step.entries.map((entry) => ({
    part: entry,
    name: entry.is === 'field' ? entry.field.name : 'words',
  }))
  const buttons = step.buttons.map((part) => ({ part, name: `button ${part.id}` }))
  const links = step.links.map((part, index) => ({ part, name: `link ${index + 1}` }))
  return [...entries, ...buttons, ...links].flatMap(({ part, name }): WhyStep[] => {
    if (!part.when) return []
    const tried = tryCondition(part.when, scope)
    return [
      {
        what: `${name} is ${tried.holds ? '' : 'not '}shown`,
        at: [],
        tried: [triedView(tried, whenAt(part, written), scope, written)],
      },
    ]
  })
}

function leadsTo(ways: readonly TriedWay[]): string {
  const taken = ways.find(({ was }) => was === 'taken')
  return taken ? ` leads to ${taken.entry.to}` : ''
}

function wayViews(ways: readonly TriedWay[], scope: Scope, written: Written): readonly TriedView[] {
  return ways.flatMap(({ entry, when, was }): TriedView[] => {
    const at = written.at(written.marks.get(entry))
    if (when) {
      const view = triedView(when, whenAt(entry, written), scope, written)
      return [{ ...view, words: `to ${entry.to} when ${view.words}` }]
    }
    if (ways.length < 2 || was === 'untried') return []
    return [{ words: `to ${entry.to} otherwise`, holds: true, read: '', at, parts: [] }]
  })
}

function triedView(
  tried: TriedCondition,
  at: readonly WrittenAt[],
  scope: Scope,
  written: Written,
): TriedView {
  const { condition, parts, read } = tried
  const definition = written.at(written.marks.nameOf(condition), 'defined at')
  return {
    words: conditionInWords(condition, written.marks),
    holds: tried.holds,
    read: read
      .filter(({ operand }) => operand.from !== 'literal')
      .map(
        ({ operand, value }) =>
          `${operandInWords(operand)} is ${valueInWords(operand, value, scope)}`,
      )
      .join(', '),
    at: [...at, ...definition.filter(({ text }) => text !== at[0]?.text)],
    parts: parts.map((part) => triedView(part, [], scope, written)),
  }
}

/** Where a part's condition stands. */
function whenAt(part: object, { marks, at }: Written): readonly WrittenAt[] {
  return at(marks.get(part, 'when') ?? marks.get(part))
}
