import type { Field } from '../fields/field.ts'
import type { ActionContract } from '../journey/contract.ts'

/** A name that may be written somewhere, and what it stands for in a few words. */
export type Named = ReadonlyMap<string, string>

/** All names of one journey that its flow and its admin may use. Empty maps: any name may stand there. */
export interface EditorNames {
  readonly journey: string
  readonly steps: Named
  readonly conditions: Named
  readonly sections: Named
  /** Blocks of `words:`. */
  readonly blocks: Named
  readonly values: Named
  /** Of schema.json; secrets among them. */
  readonly fields: ReadonlyMap<string, Field>
  /** What is asked for each item of a list. */
  readonly parts: ReadonlyMap<string, Field>
  /** Fact → the keys that it carries. */
  readonly facts: ReadonlyMap<string, ReadonlySet<string>>
  readonly account: ReadonlySet<string>
  readonly invitation: ReadonlySet<string>
  readonly given: ReadonlySet<string>
  readonly config: ReadonlySet<string>
  readonly messages: Named
  /** Journey → what it takes from a caller; undefined: that is not known. */
  readonly journeys: ReadonlyMap<string, readonly string[] | undefined>
  readonly actions: ReadonlyMap<string, ActionContract>
  readonly statuses: Named
  readonly moves: Named
}

/** No names at all: the schema that every flow keeps. */
export const NO_NAMES: EditorNames = {
  journey: '',
  steps: new Map(),
  conditions: new Map(),
  sections: new Map(),
  blocks: new Map(),
  values: new Map(),
  fields: new Map(),
  parts: new Map(),
  facts: new Map(),
  account: new Set(),
  invitation: new Set(),
  given: new Set(),
  config: new Set(),
  messages: new Map(),
  journeys: new Map(),
  actions: new Map(),
  statuses: new Map(),
  moves: new Map(),
}

/** `name`, and of objects `name.part`: all that conditions and words may name of a field. */
export function pathsOf(field: Field): readonly (readonly [string, string])[] {
  if (field.kind === 'repeat') return [[field.name, field.title]]
  const inner = field.parts.flatMap((part) =>
    pathsOf(part).map(([path, title]) => [`${field.name}.${path}`, title] as const),
  )
  return [[field.name, field.title], ...inner]
}

/** Sources as they are written without `$`: `fact.<fact>.<key>`, `account.<key>` … */
export function sourcesOf(names: EditorNames): Named {
  const keyed = (head: string, keys: ReadonlySet<string>, what: string) =>
    [...keys].map((key) => [`${head}.${key}`, what] as const)
  return new Map([
    ...[...names.facts].flatMap(([fact, keys]) =>
      [...keys].map((key) => [`fact.${fact}.${key}`, `What the fact ${fact} carries`] as const),
    ),
    ...keyed('account', names.account, 'Of the account that is signed in'),
    ...keyed('invitation', names.invitation, 'Carried by the link of an invitation'),
    ...keyed('given', names.given, 'Handed over by the journey that led here'),
    ...keyed('config', names.config, 'Of _site.yaml or the environment'),
  ])
}

/** Answers that may be named anywhere: of the journey, and of the items of its lists. */
export function answersOf({ fields, parts, values }: EditorNames): Named {
  return new Map([
    ...[...fields.values(), ...parts.values()].flatMap(pathsOf),
    ...[...values].map(([name, words]) => [name, words] as const),
  ])
}
