import { answerAt, compute } from '../answers/compute.ts'
import type { HeldFact } from '../answers/draft.ts'
import type { Json, JsonObject } from '../fields/field.ts'
import type { Operand, Value } from '../journey/condition.ts'
import { stepOf } from './place.ts'
import type { Scope, World } from './scope.ts'

/** What an operand stands for now; undefined where it is not given, or not on the path. */
export function lookUp(operand: Operand, scope: Scope): Json | undefined {
  switch (operand.from) {
    case 'literal':
      return operand.value
    case 'answer':
      return answerIn(operand.path, scope)
    case 'fact': {
      const carries = heldFact(operand.fact, scope)?.carries
      return carries?.[operand.key ?? 'account']
    }
    case 'account':
      return accountOf(scope.world)?.[operand.key ?? 'account']
    case 'value': {
      const rule = scope.world.journey.values[operand.key]
      return rule && compute(rule, (one) => lookUp(one, scope))
    }
    case 'config':
      return scope.world.journey.site.config[operand.key]
    case 'engine':
      return engineValue(operand.key, scope)
    case 'submission':
    case 'asked':
      return scope[operand.from]?.[operand.key]
    default:
      return scope.world[operand.from][operand.key]
  }
}

/** Inputs of an action with their values; what is not given is left out. */
export function resolveWith(
  inputs: Readonly<Record<string, Value>>,
  scope: Scope,
): Record<string, Json> {
  const resolved: Record<string, Json> = {}
  for (const [name, value] of Object.entries(inputs)) {
    const found = resolve(value, scope)
    if (found !== undefined) resolved[name] = found
  }
  return resolved
}

function resolve(value: Value, scope: Scope): Json | undefined {
  if (value.from === 'map') return resolveWith(value.entries, scope)
  if (value.from === 'list')
    return value.items.map((item) => resolve(item, scope)).filter((item) => item !== undefined)
  return lookUp(value, scope)
}

/** The answer at a path of names: of an item's own first. */
function answerIn(path: readonly string[], { item, answers }: Scope): Json | undefined {
  return answerAt(item && (path[0] ?? '') in item.answers ? item.answers : answers, path)
}

function engineValue(key: string, scope: Scope): Json | undefined {
  if (key === 'reference') return scope.world.reference
  if (key === 'today') return scope.world.today
  if (key === 'item.number') return scope.item?.number
  return undefined
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Equal as JSON: the order of keys does not count. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item: Json, index) => isSame(item, b[index]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]))
}

/** The newest fact of that name that holds now (FORMAT.md, The press: when a fact holds). */
export function heldFact(name: string, scope: Scope): HeldFact | undefined {
  return scope.world.facts.find((held) => held.fact === name && factHolds(held, scope))
}

/**
 * Whether what an action established still holds: its time has not run out, its scope lives, and the same `with`,
 * resolved again now, gives the same values.
 */
export function factHolds(held: HeldFact, scope: Scope): boolean {
  const { world } = scope
  if (held.until !== undefined && held.until <= world.now) return false
  if (held.scope !== 'journey') return true
  if (held.session !== world.session) return false
  if (!held.at) return true
  const call = stepOf(world.journey, held.at.step)?.buttons.find(
    (button) => button.id === held.at?.button,
  )?.run[held.at.call]
  if (!call) return false
  const about = Object.keys(held.about)
  const inputs = Object.fromEntries(
    Object.entries(call.with).filter(([name]) => about.includes(name)),
  )
  // A fact is about inputs that themselves may come from facts: this one is left out, or it would ask for itself.
  const others = { ...scope, world: { ...world, facts: world.facts.filter((f) => f !== held) } }
  return isSame(resolveWith(inputs, earnedIn(held, others)), held.about)
}

/** The scope that the fact was earned in: of a repeat, the item's. */
function earnedIn(held: HeldFact, scope: Scope): Scope {
  const number = held.at?.item
  const array = held.at && stepOf(scope.world.journey, held.at.step)?.repeat
  if (number === undefined || !array) return scope
  if (scope.item?.array === array && scope.item.number === number) return scope
  const items = scope.answers[array]
  const item = Array.isArray(items) ? items[number - 1] : undefined
  return { ...scope, item: { array, number, answers: isObject(item) ? item : {} } }
}

/** What is known of the account that is signed in: what its session fact carries. */
export function accountOf(world: World): JsonObject | undefined {
  return world.facts.find(
    (held) =>
      held.scope === 'session' &&
      held.carries['account'] !== undefined &&
      (held.until === undefined || held.until > world.now),
  )?.carries
}
