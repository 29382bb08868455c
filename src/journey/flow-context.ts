import type { Field } from '../fields/field.ts'
import type { ConditionContext } from './condition-context.ts'
import type { NamedConditions } from './named-conditions.ts'
import type { Names } from './names.ts'
import type { Reading } from './reading.ts'
import type { TaskOutline } from './task-outline.ts'
import type { Node } from './tree.ts'
import type { WordsContext } from './words-context.ts'

/** What all of a flow is read with. */
export interface FlowContext {
  readonly reading: Reading
  readonly names: Names
  readonly conditions: NamedConditions
  readonly blocks: ReadonlyMap<string, Node>
  readonly stepIds: ReadonlySet<string>
  readonly sections: ReadonlySet<string>
  readonly outline: TaskOutline
}

/** What one step is read with: in a repeat, names mean the item first. */
export interface StepContext extends FlowContext {
  readonly words: WordsContext
  readonly condition: ConditionContext
  /** Fields that the step asks, by name. */
  readonly asked: ReadonlyMap<string, Field>
  /** The secrets among them. */
  readonly secrets: ReadonlySet<string>
}

/** The context of a place: names, and the secrets that may be used there. */
export function stepContext(
  flow: FlowContext,
  names: Names,
  asked: ReadonlyMap<string, Field>,
): StepContext {
  const { report } = flow.reading
  const secrets = new Set(
    [...asked.values()].filter((field) => field.secret).map((field) => field.name),
  )
  const condition: ConditionContext = {
    names,
    report,
    secrets: new Set(),
    named: (id, at) => flow.conditions.find(id, at, names),
  }
  const words: WordsContext = {
    names,
    report,
    blocks: flow.blocks,
    condition,
    paths: flow.reading.paths,
    journey: flow.reading.id,
  }
  return { ...flow, names, asked, secrets, words, condition }
}
