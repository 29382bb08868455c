import { distanceOf, helpWith } from '../journey/nearest.ts'

/** What an own action says of itself that cannot be. */
export interface Flaw {
  readonly message: string
  readonly help: string
  /** The word of the file that is wrong: a name in quotes, or a key. */
  readonly word?: string
}

const SCOPES = ['journey', 'session', 'draft', 'account']
const NAME = /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/u

type Parts = Readonly<Record<string, unknown>>

/** All flaws of the contract of an own action: nobody has compiled an author's file. */
export function flawsOf(action: Parts): readonly Flaw[] {
  const outcomes = textsOf(action['outcomes'])
  const inputs = inputsOf(action['input'])
  return [
    ...nameFlaws(action['name']),
    ...(typeof action['run'] === 'function'
      ? []
      : [{ message: 'The action has no "run".', help: RUN }]),
    ...(outcomes
      ? []
      : [
          {
            message: 'The action has no "outcomes".',
            help: 'Add a list of names, the way on first: outcomes: ["done", "refused"].',
            ...(action['outcomes'] !== undefined && { word: 'outcomes' }),
          },
        ]),
    ...(inputs
      ? []
      : [
          {
            message: 'The action has no "input" that is the schema of an object.',
            help: 'Add input: { type: "object", properties: {} }.',
            ...(action['input'] !== undefined && { word: 'input' }),
          },
        ]),
    ...(outcomes ? outcomeFlaws(action, outcomes) : []),
    ...listFlaws(action, 'gives').concat(listFlaws(action, 'needs')),
    ...partsOf(action['gives']).flatMap((give) => giveFlaws(give, outcomes, inputs)),
    ...partsOf(action['needs']).flatMap((need) => needFlaws(need, inputs)),
  ]
}

const RUN =
  'Add run: async (input, context) => ({ outcome: "…" }), which answers one of the outcomes.'

function nameFlaws(name: unknown): readonly Flaw[] {
  if (typeof name !== 'string' || name === '')
    return [
      {
        message: 'The action has no "name".',
        help: 'Add name: "look-up": flow.yaml runs it by that.',
      },
    ]
  if (NAME.test(name)) return []
  const help = 'Write small letters and digits, with "-" between words.'
  return [{ message: `An action cannot be called "${name}".`, help, word: name }]
}

/** Names of outcomes that there are not. */
function outcomeFlaws(action: Parts, outcomes: readonly string[]): readonly Flaw[] {
  const { waits, seconds, words } = action
  const named = [waits, seconds, ...(isParts(words) ? Object.keys(words) : [])]
  return named.flatMap((name) => (name === undefined ? [] : unknownOutcome(name, outcomes)))
}

function unknownOutcome(name: unknown, outcomes: readonly string[]): readonly Flaw[] {
  const word = String(name)
  if (outcomes.includes(word)) return []
  const help = helpWith(word, outcomes, 'outcomes')
  return [{ message: `There is no outcome "${word}".`, help, word }]
}

function listFlaws(action: Parts, key: string): readonly Flaw[] {
  const value = action[key]
  if (value === undefined || (Array.isArray(value) && value.every(isParts))) return []
  const help = `Write ${key}: [{ fact: "…", … }].`
  return [{ message: `"${key}" must be a list of facts.`, help, word: key }]
}

function giveFlaws(
  give: Parts,
  outcomes: readonly string[] | undefined,
  inputs: readonly string[] | undefined,
): readonly Flaw[] {
  const { fact, on, about, scope, lasts } = give
  const missing = [
    ...(typeof fact === 'string' ? [] : ['fact']),
    ...(typeof on === 'string' ? [] : ['on']),
    ...(Array.isArray(about) ? [] : ['about']),
  ]
  const help = 'Write gives: [{ on: "found", fact: "plot-found", about: ["plot"] }].'
  const isKnown = scope === undefined || SCOPES.includes(String(scope))
  return [
    ...missing.map((key) => ({
      message: `A fact that the action gives has no "${key}"${key === 'about' ? ': the list of inputs that it is about' : ''}.`,
      help,
      word: 'gives',
    })),
    ...(outcomes && typeof on === 'string' ? unknownOutcome(on, outcomes) : []),
    ...(Array.isArray(about) && inputs ? about.flatMap((name) => unknownInput(name, inputs)) : []),
    ...(isKnown
      ? []
      : [
          {
            message: `There is no scope "${scope}" of a fact.`,
            help: helpWith(String(scope), SCOPES, 'scopes'),
            word: String(scope),
          },
        ]),
    ...(lasts === undefined || typeof lasts === 'number'
      ? []
      : [{ message: '"lasts" is no number.', help: 'Write milliseconds.', word: 'lasts' }]),
  ]
}

function needFlaws({ fact, about }: Parts, inputs: readonly string[] | undefined): readonly Flaw[] {
  const help = 'Write needs: [{ fact: "plot-found", about: "plot" }].'
  return [
    ...(typeof fact === 'string'
      ? []
      : [{ message: 'A fact that the action needs has no "fact".', help, word: 'needs' }]),
    ...(about !== undefined && inputs ? unknownInput(about, inputs) : []),
  ]
}

function unknownInput(name: unknown, inputs: readonly string[]): readonly Flaw[] {
  const word = String(name)
  if (inputs.includes(word)) return []
  const message = `A fact cannot be about "${word}", which is no input.`
  return [{ message, help: helpWith(word, inputs, 'inputs'), word }]
}

/** The name that was most likely meant to be `action`, of those that a file exports. */
export function exportMeant(names: readonly string[]): string | undefined {
  const near = names.find((name) => distanceOf(name.toLowerCase(), 'action') <= 2)
  return near ?? (names.length === 1 ? names[0] : undefined)
}

function inputsOf(input: unknown): readonly string[] | undefined {
  if (!isParts(input)) return undefined
  const properties = input['properties'] ?? {}
  return isParts(properties) ? Object.keys(properties) : undefined
}

function textsOf(value: unknown): readonly string[] | undefined {
  const isTexts =
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')
  return isTexts ? value : undefined
}

function partsOf(value: unknown): readonly Parts[] {
  return Array.isArray(value) ? value.filter(isParts) : []
}

export function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
