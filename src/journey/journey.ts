import type { Field, Json, JsonObject } from '../fields/field.ts'
import type { Computed, Condition, Operand, Value, Words } from './condition.ts'
import type { Said } from './read-said.ts'
import type { Theme } from './theme.ts'

/**
 * A journey, compiled: every name resolved, every condition parsed, Markdown rendered. Frozen at load; the engine
 * reads it and nothing else of the definition.
 */
export interface Journey {
  readonly id: string
  readonly title: string
  /** In which its words are. */
  readonly language: string
  /** The same journey in the other languages that it has, by language; the whole of it, so that nothing is looked up while a page is made. */
  readonly translations: ReadonlyMap<string, Journey>
  /** Of a translation: what is not there in its language, and stands in the one that it was written in. */
  readonly untranslated?: Untranslated
  /** Hash of all files that the definition consists of: a submission belongs to it for ever. */
  readonly hash: string
  readonly site: Site
  /** Id of the first step. */
  readonly start: string
  /** In the order of the file. */
  readonly steps: readonly Step[]
  /** Index into `steps` by id. */
  readonly stepIndex: ReadonlyMap<string, number>
  /** The fields of schema.json by name, in its order. */
  readonly fields: ReadonlyMap<string, Field>
  readonly sections: Readonly<Record<string, string>>
  /** Titles of sections, and words of lists of items, in which answers stand. */
  readonly said: Said
  /** Numbers that are read like answers, by name. */
  readonly values: Readonly<Record<string, Computed>>
  /** Checks for the whole journey: at the first step where all operands are given, and at submit. */
  readonly checks: readonly Check[]
  readonly gives: readonly string[]
  /** What a calling journey may hand over: key → JSON Schema. */
  readonly takes: Readonly<Record<string, JsonObject>>
  /** Where `$return` leads when nobody called. */
  readonly home: string
  /** Where it is listed; those that take something from a caller only serve others, unless they say so. */
  readonly offered: (typeof OFFERED)[number]
  readonly draft: DraftRule
  readonly invitation?: InvitationRule
  readonly messages: ReadonlyMap<string, MessageTemplate>
  readonly admin: Admin
}

/** Words as the author wrote them, placeholders too, and in which language they are. */
export interface Untranslated {
  readonly language: string
  readonly words: readonly string[]
}

/** The lists of journeys that a person may begin: for everybody, on one's own account, or none. */
export const OFFERED = ['home', 'account', 'nowhere'] as const

/** Words of the site, from `_site.yaml`, with the journey's own `site:` on top. */
export interface Site {
  readonly service: string
  readonly council: string
  readonly phase?: 'alpha' | 'beta'
  readonly feedback?: string
  readonly contact?: string
  /** Name of the sender of messages; the address comes from the environment. */
  readonly sender: string
  /** In which these words are. */
  readonly language: string
  /** In which those are that have no translation, where that is another. */
  readonly foreign?: { readonly service?: string; readonly council?: string }
  /** Those that people may choose from; the first is the one that definitions are written in. */
  readonly languages: readonly string[]
  readonly timeZone: string
  /** Ids of `_pages` in the footer, in order. */
  readonly pages: readonly string[]
  /** The journey that signs people in. */
  readonly signIn?: string
  /** How its pages look; left out: plainly. */
  readonly theme?: Theme
  /** All of the file, for `config.<key>`. */
  readonly config: Readonly<Record<string, Json>>
}

export interface DraftRule {
  readonly owner: 'session' | 'account'
  /** Milliseconds. */
  readonly keep: number
  /** Name of the email that is sent when somebody saves for later; with it every page offers that to who is signed in. */
  readonly saved?: string
  /** Name of the email that is sent 7 days and 1 day before the answers are deleted. */
  readonly reminder?: string
}

export interface InvitationRule {
  readonly carries: readonly string[]
  readonly binds: string
  readonly needed: boolean
  /** Milliseconds. */
  readonly keep: number
}

export type StepKind =
  | 'question'
  | 'content'
  | 'check-answers'
  | 'confirmation'
  | 'exit'
  | 'task-list'

export interface Step {
  readonly id: string
  readonly kind: StepKind
  /** Absent: the only field's title is the heading. */
  readonly title?: Words
  readonly caption?: Words
  readonly content?: Words
  readonly after?: Words
  /** Id of the section that it belongs to. */
  readonly section?: string
  /** Fields and words, in order. Of a repeated step the fields are the parts of the item. */
  readonly entries: readonly Entry[]
  readonly when?: Condition
  readonly requires: readonly Requirement[]
  readonly prefill: Readonly<Record<string, Operand>>
  readonly checks: readonly Check[]
  /** Where it leads unless a button or an outcome says otherwise; ends with the step that follows, where there is one. */
  readonly next: Next
  /** At least one, but on confirmation and exit steps. */
  readonly buttons: readonly Button[]
  readonly links: readonly Link[]
  readonly enter: readonly ActionCall[]
  /** Name of the array field whose items this step is asked for. */
  readonly repeat?: string
  /** Of a repeated step: the earlier list that it has one item for each item of. */
  readonly repeatFor?: string
  /** Of a repeated step: the first step of its run, whose list page asks "add another?". */
  readonly repeatFirst?: string
  readonly change: boolean
  /** Of check-answers: the sections and steps that it shows; absent: all. */
  readonly of?: readonly string[]
  /** Of a task list, in the order in which they are shown. */
  readonly tasks?: readonly Task[]
  /** The task that the step belongs to. */
  readonly task?: { readonly list: string; readonly steps: readonly string[] }
}

/** A part of a task list: a section of this journey, or another journey. */
export interface Task {
  readonly section?: string
  readonly journey?: string
  readonly when?: Condition
  /** Sections that must be complete before it can be begun. */
  readonly after: readonly string[]
  /** Ids of the section's steps, in the order of the file; of a journey none. */
  readonly steps: readonly string[]
}

export type Entry =
  | {
      readonly is: 'field'
      readonly field: Field
      readonly when?: Condition
      /** Words in place of the field's own title and hint. */
      readonly title?: Words
      readonly description?: Words
      readonly readOnly: boolean
      /** Neighbours with the same words stand in one fieldset. */
      readonly group?: Words
      /** Other words of the field in which answers stand. */
      readonly said?: Said
    }
  | {
      readonly is: 'content'
      readonly content: Words
      readonly when?: Condition
      readonly group?: Words
    }

export interface Requirement {
  readonly fact: string
  /** Milliseconds. */
  readonly within?: number
  readonly about?: Operand
}

export interface Check {
  readonly must: Condition
  /** Operands that must be given before it is made. */
  readonly operands: readonly Operand[]
  /** The field that the message belongs to; absent: the whole page. */
  readonly field?: string
  readonly message: Words
}

/** A target: a step's id, or `$return`. */
export type Target = string
/** The first whose `when` holds wins. `follows`: nothing was written, and it is the step that follows. */
export type Next = readonly {
  readonly when?: Condition
  readonly to: Target
  readonly follows?: true
}[]

export interface Button {
  readonly id: string
  readonly label: Words
  readonly style: 'primary' | 'secondary' | 'link'
  readonly when?: Condition
  readonly validate: boolean
  readonly run: readonly ActionCall[]
  readonly next?: Next
  /** The journey that it goes through. */
  readonly journey?: string
  /** What is handed over to that journey. */
  readonly with: Readonly<Record<string, Value>>
  /** Milliseconds between presses of its own accord, with htmx. */
  readonly poll?: number
}

export interface ActionCall {
  readonly action: string
  readonly with: Readonly<Record<string, Value>>
  readonly on: Readonly<Record<string, OnOutcome>>
}

export type OnOutcome =
  /** `message`: said once, where it leads. */
  | { readonly then: 'go'; readonly next: Next; readonly message?: Words }
  | { readonly then: 'error'; readonly field?: string; readonly message: Words }
  | { readonly then: 'notice'; readonly message: Words }

export type Link = {
  readonly label: Words
  readonly when?: Condition
} & (
  | { readonly to: string }
  | { readonly journey: string; readonly with: Readonly<Record<string, Value>> }
  | { readonly href: string }
)

export type Channel = 'email' | 'sms' | 'call'

export interface MessageTemplate {
  readonly name: string
  readonly channel: Channel
  readonly subject?: Words
  /** Names that the body and subject may use. They stand in `body` as operands `{ from: 'engine', key }`. */
  readonly with: readonly string[]
  /** `html` words of the body; for texts and calls: `text` words. */
  readonly body: Words
  /** The body as plain text (Markdown's own text, links as "label: address"). */
  readonly text: Words
}

/** How the generated admin is shaped; every part has a default. */
export interface Admin {
  readonly title: string
  /** A case's title. */
  readonly caseTitle?: Words
  /** Field names, or reference, submittedAt, status, account. */
  readonly columns: readonly string[]
  readonly search: readonly string[]
  readonly roles: Readonly<Record<string, Role>>
  readonly start: string
  readonly statuses: Readonly<Record<string, Status>>
  readonly moves: readonly Move[]
  /** Status → how long a case is kept in it; a status without one keeps its cases for ever. */
  readonly retention: Readonly<Record<string, Retention>>
  /** Staff may invite people to the journey; a role may, whose moves name `invite`. */
  readonly invite?: InviteRule
}
export interface InviteRule {
  /** Name of an email that says `{link}`. */
  readonly message: string
  /** What staff are asked, the address among it (`email`); each is carried by the link. */
  readonly asks: readonly Field[]
}
export interface Retention {
  /** Milliseconds since it came to that status. */
  readonly after: number
  readonly then: 'delete' | 'anonymise'
}
export interface Role {
  readonly see: 'all' | readonly string[]
  /** Fields of which only the ends are shown. */
  readonly mask: readonly string[]
  /** They may be shown whole to whoever says why; that is recorded. */
  readonly reveal: boolean
  readonly move: 'all' | readonly string[]
}
export interface Status {
  readonly title: string
  readonly toResident?: string
  /** Milliseconds within which staff are to move a case on. */
  readonly due?: number
  readonly ends: boolean
}
export interface Move {
  readonly id: string
  readonly label: string
  readonly from: readonly string[]
  readonly to: string
  readonly asks: readonly Field[]
  readonly run: readonly ActionCall[]
  /** Staff pick questions that the person is asked again; until they have answered, the case waits in `to`. */
  readonly more?: MoreRule
}
export interface MoreRule {
  /** Name of an email that says `{link}`. */
  readonly message: string
  /** The status to which the answers bring the case. */
  readonly back: string
  /** Name of the email that says that the answers are there. */
  readonly answered?: string
}
