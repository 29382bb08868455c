import type { DateLimit, DateRelation, Json, JsonObject } from '../fields/field.ts'

/** Where a value comes from; resolved by name at load, read at request. `keys` go into objects. */
export type Operand =
  | { readonly from: 'literal'; readonly value: Json }
  | { readonly from: 'answer'; readonly path: readonly string[] }
  | { readonly from: 'fact'; readonly fact: string; readonly key?: string }
  /** Without a key: the account itself, for inputs of type account. */
  | { readonly from: 'account'; readonly key?: string }
  | { readonly from: 'invitation' | 'given' | 'query' | 'config'; readonly key: string }
  /** A number of the top level's `values:`. */
  | { readonly from: 'value'; readonly key: string }
  /** What the engine itself knows: `{reference}`, `{today}`, `{item.number}`; of messages also link, code … */
  | { readonly from: 'engine'; readonly key: string }
  /** In admin.yaml only: `$submission.<key>` (a field, `account`, `reference`) and the answers to a move's questions. */
  | { readonly from: 'submission' | 'asked'; readonly key: string }

/** What `with` gives to an input: an operand, or a map or list of such. */
export type Value =
  | Operand
  | { readonly from: 'map'; readonly entries: Readonly<Record<string, Value>> }
  | { readonly from: 'list'; readonly items: readonly Value[] }

export type Test =
  /** The answer is the value; of a list of answers: one of them is. */
  | { readonly test: 'one-of'; readonly values: readonly Json[] }
  | { readonly test: 'all-of' | 'none-of'; readonly values: readonly Json[] }
  | { readonly test: 'answered'; readonly is: boolean }
  | { readonly test: 'same-as'; readonly other: Operand }
  | { readonly test: 'date'; readonly relation: DateRelation; readonly to: DateLimit }
  /** Any JSON Schema keywords, standard ones only. */
  | { readonly test: 'schema'; readonly schema: JsonObject }
  /** A keyword whose operand is another answer or source: `{ minimum: $other }`. */
  | {
      readonly test: 'compare'
      readonly keyword: 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum' | 'const'
      readonly to: Operand
    }
  /** A test that a kind brings: `phoneType`. */
  | { readonly test: 'kind'; readonly name: string; readonly values: readonly string[] }

/**
 * A condition with every name resolved. A test of what is not given, or not on the path, is false
 * (FORMAT.md, Conditions); `not` turns that into true.
 */
export type Condition =
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  | { readonly is: 'test'; readonly of: Operand; readonly test: Test }
  | { readonly is: 'fact'; readonly fact: string }
  | { readonly is: 'answered'; readonly atLeast: number; readonly of: readonly Operand[] }

/**
 * A number made of answers: an unanswered one is 0, one that goes over a repeat is the sum of its items; of `count` it is
 * how many there are.
 */
export interface Computed {
  readonly by: 'sum' | 'minus' | 'times' | 'count'
  readonly of: readonly (Operand | Computed)[]
}

/** Words with what is to be put into them. Of `html` words the strings are HTML, the operands are escaped. */
export interface Words {
  readonly format: 'text' | 'html'
  readonly parts: readonly (string | Operand)[]
  /** In place of parts: the words of the first whose condition holds. */
  readonly choices?: readonly { readonly when?: Condition; readonly words: Words }[]
}
