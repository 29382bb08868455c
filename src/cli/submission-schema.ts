import { waysFrom } from '../check/edges.ts'
import type { JsonObject } from '../fields/field.ts'
import type { ActionContract } from '../journey/contract.ts'
import type { Journey, Step } from '../journey/journey.ts'

/**
 * The standard JSON Schema of a submission: answers on the path, without secrets. Required is what every way to a press
 * that sends asks for.
 */
export function submissionSchemaOf(
  journey: Journey,
  contracts: ReadonlyMap<string, ActionContract>,
): JsonObject {
  const kept = [...journey.fields.values()].filter((field) => !field.secret)
  const sure = surelyAsked(journey, contracts)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: journey.title,
    type: 'object',
    properties: Object.fromEntries(
      kept.map(({ name, title, schema }) => [name, { title, ...schema }]),
    ),
    required: kept.flatMap((field) => (field.required && sure.has(field.name) ? [field.name] : [])),
    additionalProperties: false,
  }
}

function surelyAsked(
  journey: Journey,
  contracts: ReadonlyMap<string, ActionContract>,
): ReadonlySet<string> {
  const steps = journey.steps.filter(
    (step) => !step.when && !step.repeat && !sendsWithout(step, journey, contracts),
  )
  return new Set(
    steps.flatMap((step) =>
      step.entries.flatMap((entry) =>
        entry.is === 'field' && !entry.when ? [entry.field.name] : [],
      ),
    ),
  )
}

/** Whether a press that sends can be reached without a step. */
function sendsWithout(
  without: Step,
  journey: Journey,
  contracts: ReadonlyMap<string, ActionContract>,
): boolean {
  const seen = new Set<string>([without.id])
  const open = [journey.start]
  while (open.length > 0) {
    const id = open.pop() ?? ''
    const step = journey.steps[journey.stepIndex.get(id) ?? -1]
    if (!step || seen.has(id)) continue
    seen.add(id)
    const { edges } = waysFrom(step, { contracts })
    if (edges.some((edge) => edge.submits)) return true
    open.push(...edges.map((edge) => edge.to))
  }
  return false
}
