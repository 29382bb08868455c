import { stringify } from 'yaml'
import type { Json } from '../fields/field.ts'
import type { SaidOutcome, Scenario, Sight } from './scenario.ts'

/** What a scenario says; what is left out is not written. */
export type ToldScenario = Pick<Scenario, 'name'> &
  Partial<Omit<Scenario, 'name' | 'sees'>> & { readonly sees?: readonly (string | Sight)[] }

/** A scenario as an author writes it: an entry of `scenarios.yaml`, to be added to its end. */
export function scenarioInYaml(told: ToldScenario): string {
  const { name, today, account, given, invitation, facts, answers, actions, sees, ends } = told
  const entry = {
    name,
    ...(today !== undefined && { today }),
    ...written({ account, given, invitation, facts, answers }),
    ...written({ actions: actions && actionsOf(actions) }),
    ...(sees && sees.length > 0 && { sees: sees.map(sightOf) }),
    ...(ends !== undefined && { ends }),
  }
  return stringify([entry], { lineWidth: 120 })
}

/** Maps that hold something. */
function written(
  maps: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(maps).filter(([, map]) => map && Object.keys(map).length > 0),
  )
}

function actionsOf(actions: Readonly<Record<string, SaidOutcome>>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(actions).map(([action, { outcome, carries }]) => [
      action,
      Object.keys(carries).length > 0 ? { [outcome]: carries } : outcome,
    ]),
  )
}

function sightOf(sight: string | Sight): unknown {
  if (typeof sight === 'string') return sight
  const { place, acts, answers, actions, errors, ...rest } = sight
  if (!acts) return place
  const told = {
    ...written({ answers, actions: actionsOf(actions) }),
    ...(errors && { errors: errors.length === 0 ? true : errors.map((error) => error.text) }),
    ...rest,
  }
  return Object.keys(told).length === 0 ? place : { [place]: told }
}
