import type { ActionContract } from '../journey/contract.ts'
import type { ActionCall, Button, Entry, Step } from '../journey/journey.ts'
import type { Marks } from '../journey/marks.ts'
import { conditionInWords, operandInWords } from './condition-in-words.ts'
import { plainWords } from './plain-words.ts'

interface Context {
  readonly marks: Marks
  readonly contracts: ReadonlyMap<string, ActionContract>
}

/** What a step asks, needs, runs and gives: a line each. */
export function notesOf(step: Step, context: Context): readonly string[] {
  return [
    ...repeatNotes(step),
    ...listed('Needs the fact', step.requires.map(requirementWords)),
    ...listed(
      'Asks',
      step.entries.flatMap((entry) => askedWords(entry, context)),
    ),
    ...step.checks.map(({ must }) => `Checks that ${conditionInWords(must, context.marks)}`),
    ...step.enter.map((call) => `When it is opened, runs ${runWords(call, context)}`),
    ...step.buttons.flatMap((button) => buttonNotes(button, context)),
    ...step.links.flatMap((link) => {
      const label = `Link “${plainWords(link.label)}”`
      if ('journey' in link) return [`${label} goes through the journey ${link.journey}`]
      return 'href' in link ? [`${label} leaves to ${link.href}`] : []
    }),
  ]
}

function listed(what: string, words: readonly string[]): readonly string[] {
  return words.length > 0 ? [`${what} ${words.join(', ')}`] : []
}

function repeatNotes({ repeat, repeatFor, tasks = [] }: Step): readonly string[] {
  const items = repeatFor === undefined ? '' : `, one for each of ${repeatFor}`
  return [
    ...(repeat === undefined ? [] : [`For each of ${repeat}${items}`]),
    ...tasks.flatMap(({ journey }) =>
      journey === undefined ? [] : [`A task is the journey ${journey}`],
    ),
  ]
}

function requirementWords({ fact, about }: Step['requires'][number]): string {
  return about ? `${fact} about ${operandInWords(about)}` : fact
}

function askedWords(entry: Entry, { marks }: Context): readonly string[] {
  if (entry.is !== 'field') return []
  const how = [
    ...(entry.readOnly ? ['only shown'] : []),
    ...(entry.when ? [`if ${conditionInWords(entry.when, marks)}`] : []),
  ]
  return [how.length > 0 ? `${entry.field.name} (${how.join(', ')})` : entry.field.name]
}

/** Actions in their order, what they give, and the outcomes after which the page stays. */
function buttonNotes(button: Button, context: Context): readonly string[] {
  if (button.run.length === 0) return []
  const label = `“${plainWords(button.label)}” runs`
  const poll = button.poll === undefined ? '' : `, by itself every ${button.poll / 1000} seconds`
  const stays = button.run.flatMap((call) => stayWords(call, context))
  return [
    `${label} ${button.run.map((call) => runWords(call, context)).join(', then ')}${poll}`,
    ...(stays.length > 0 ? [`The page again: ${stays.join(', ')}`] : []),
  ]
}

/** A fact is given only when all that it is about was handed over. */
function runWords({ action, with: inputs }: ActionCall, { contracts }: Context): string {
  const given = (contracts.get(action)?.gives ?? []).flatMap(({ fact, about }) =>
    about.every((input) => Object.hasOwn(inputs, input)) ? [fact] : [],
  )
  const facts = [...new Set(given)]
  return facts.length > 0 ? `${action} (gives ${facts.join(' or ')})` : action
}

/** Outcomes with words of the definition or of the action; those that lead on are drawn as ways. */
function stayWords({ action, on }: ActionCall, { contracts }: Context): readonly string[] {
  const [, ...others] = contracts.get(action)?.outcomes ?? []
  const own = Object.entries(on).flatMap(([outcome, one]) => (one.then === 'go' ? [] : [outcome]))
  const rest = others.filter((outcome) => !(outcome in on))
  return [...new Set([...own, ...rest])]
}
