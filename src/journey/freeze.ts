/** Freezes data and all that it holds, and gives it back. Maps are kept as they are: their types are read-only. */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (value instanceof Map) {
    for (const item of value.values()) freezeDeep(item)
    return value
  }
  Object.freeze(value)
  for (const item of Object.values(value)) freezeDeep(item)
  return value
}
