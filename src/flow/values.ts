import type { Json, JsonObject } from '../fields/field.ts'
import type { Operand, Value } from '../journey/condition.ts'
import { accountOf, heldFact } from './facts.ts'
import type { Scope } from './scope.ts'

/** What an operand stands for now; undefined where it is not given, or not on the path. */
export function valueOf(operand: Operand, scope: Scope): Json | undefined {
  switch (operand.from) {
    case 'literal':
      return operand.value
    case 'answer':
      return answerAt(operand.path, scope)
    case 'fact': {
      const carries = heldFact(operand.fact, scope)?.carries
      return carries?.[operand.key ?? 'account']
    }
    case 'account':
      return accountOf(scope.world)?.[operand.key ?? 'account']
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
  return valueOf(value, scope)
}

/** The answer at a path of names; through a list of items: the list of their answers. */
function answerAt(path: readonly string[], scope: Scope): Json | undefined {
  const [first = '', ...rest] = path
  const own = scope.item?.answers
  const start = own && first in own ? own[first] : scope.answers[first]
  return rest.reduce<Json | undefined>(into, start)
}

function into(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value))
    return value.map((item: Json) => into(item, key)).filter((item) => item !== undefined)
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
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
