/** Anything that JSON can hold: what answers, inputs of actions and carried values are made of. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** The kinds of FORMAT.md that are built. */
export const KIND_NAMES = [
  'text',
  'textarea',
  'email',
  'phone',
  'postcode',
  'url',
  'password',
  'code',
  'national-insurance-number',
  'number',
  'date',
  'month-year',
  'time',
  'date-time',
  'yes-no',
  'declaration',
  'radios',
  'select',
  'search',
  'checkboxes',
  'name',
  'address',
  'group',
  'several',
  'repeat',
  'file',
  'files',
] as const
export type KindName = (typeof KIND_NAMES)[number]

export interface Option {
  readonly value: string | number | boolean
  readonly title: string
  readonly description?: string
  /** Of check boxes: ticking it unticks the rest ("none of these"). */
  readonly exclusive?: boolean
}

/** A limit of a date: a day, today, so many units from today, or another field's answer. */
export type DateLimit =
  | { readonly is: 'date'; readonly date: string }
  | { readonly is: 'today' }
  | { readonly is: 'shifted'; readonly amount: number; readonly unit: 'days' | 'months' | 'years' }
  | { readonly is: 'answer'; readonly path: readonly string[] }

export const DATE_RELATIONS = ['before', 'onOrBefore', 'after', 'onOrAfter'] as const
export type DateRelation = (typeof DATE_RELATIONS)[number]

/** Where options come from: the list, the part that is stored, and the part or words (`{part}`) that are shown. */
export interface OptionsFrom {
  readonly of: string
  readonly value: string
  readonly title: string
}

/** The presentation half of a field: the `field` keyword of FORMAT.md. */
export interface Presentation {
  readonly short?: string
  readonly autocomplete?: string
  readonly inputmode?: string
  readonly spellcheck?: boolean
  readonly subject?: 'self' | 'other'
  readonly width?: string
  readonly rows?: number
  readonly prefix?: string
  readonly suffix?: string
  readonly inline?: boolean
  readonly maxWords?: number
  /** Of files: ids of the kinds that are taken (FILE_TYPES). */
  readonly accept?: readonly string[]
  /** Of files: bytes that each may have. */
  readonly maxSize?: number
  readonly limits?: readonly { readonly relation: DateRelation; readonly to: DateLimit }[]
  readonly item?: string
  readonly itemTitle?: string
  readonly columns?: readonly string[]
  readonly listTitle?: string
  readonly another?: string
  readonly empty?: string
  /** The options are the items of an earlier list. */
  readonly optionsFrom?: OptionsFrom
  readonly data?: 'none' | 'personal' | 'special'
  readonly purpose?: string
}

/** One answer, as `schema.json` describes it; made at load, frozen. */
export interface Field {
  readonly name: string
  readonly kind: KindName
  /** The label or legend, as written. */
  readonly title: string
  /** The hint: HTML of one line of inline Markdown. */
  readonly hint?: string
  /** Asked for an answer when it is asked, shown and on the path. */
  readonly required: boolean
  readonly secret: boolean
  readonly readOnly: boolean
  readonly default?: Json
  readonly examples: readonly Json[]
  readonly options: readonly Option[]
  /** The author's words by keyword (`required`, `format`, `minLength` …). */
  readonly errorMessages: Readonly<Record<string, string>>
  readonly presentation: Presentation
  /** The standard JSON Schema of the answer: `$ref` resolved, own keywords taken out. */
  readonly schema: JsonObject
  /** Of name, address and group: the parts, in order. Of a repeat: the parts of one item. */
  readonly parts: readonly Field[]
  /** Of several: what one box asks. */
  readonly item?: Field
}

/** What was posted: control name → values, in the order of the body; only names that the step has. */
export type Input = ReadonlyMap<string, readonly string[]>

/** What a box shows: control name → the text as it was typed (check boxes: several). */
export type Typed = Readonly<Record<string, readonly string[]>>

/** A resident's mistake in one field, before it has words. */
export interface Flaw {
  /** The control that the summary links to: first option of a group, first part that is wrong. */
  readonly control: string
  /**
   * What is wrong: a JSON Schema keyword (`required`, `format`, `minLength`, `pattern`, `type` …) or
   * one of a kind's own (`missing-part`, `real-date`, `before`, `doubled` …).
   */
  readonly keyword: string
  /** What the words may name: `limit`, `part`, `parts`, `other`. */
  readonly params: Readonly<Record<string, string | number>>
  /** The field or part of a field that is wrong: its words and errorMessage are used. */
  readonly field: Field
}

export type Parsed =
  | { readonly status: 'missing' }
  | { readonly status: 'value'; readonly value: Json }
  | { readonly status: 'wrong'; readonly flaws: readonly Flaw[] }

/** How a field is put on the page: a govuk-frontend component and its options (macro-options.json). */
export interface Shown {
  readonly component: ComponentName
  readonly options: Readonly<Record<string, unknown>>
}
export type ComponentName =
  | 'input'
  | 'textarea'
  | 'character-count'
  | 'password-input'
  | 'date-input'
  | 'radios'
  | 'checkboxes'
  | 'select'
  | 'file-upload'
  | 'fieldset'
  | 'button'

/** What a kind needs to know to show a field. */
export interface ShowContext {
  /** The label in this place (a step may override the title). */
  readonly label: string
  readonly hint?: string
  readonly typed: Typed
  /** Control → message, of this field and its parts. */
  readonly errors: Readonly<Record<string, string>>
  /** The label or legend is the page's h1. */
  readonly isPageHeading: boolean
  /** Not asked, only shown. */
  readonly readOnly: boolean
  /** No press can add or take away a box here: all that there may be stand there. */
  readonly fixed?: boolean
  /** Of the engine's own words (Day, Yes, optional); left out: English. */
  readonly language?: string
}

/** What a kind needs to put an answer into words. */
export interface WordsContext {
  readonly language: string
}

/** ONE KIND OF FIELD: how it is parsed, checked, shown, summarised, exported. */
export interface Kind {
  readonly name: KindName
  /** The names of the form controls that a field of this kind posts; `prefix` is the field's name, or `field-part`. */
  controls(field: Field, prefix: string): readonly string[]
  /** What was posted → an answer, tidied; or missing; or what is wrong with it by itself. */
  parse(field: Field, input: Input, prefix: string): Parsed
  /** A stored answer → the text in its boxes. Never called for a secret. */
  typedOf(field: Field, value: Json, prefix: string): Typed
  show(field: Field, prefix: string, context: ShowContext): Shown
  /** The answer as check-answers shows it: lines of plain text. */
  summarise(field: Field, value: Json, context: WordsContext): readonly string[]
  /** Tests that conditions may make of an answer of this kind (`phoneType`), by name. */
  readonly tests?: Readonly<
    Record<string, { readonly values: readonly string[]; of(value: Json): string }>
  >
}
