const OF_TYPE: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
}

/** Whether a value is of a scalar type of JSON Schema; of other types nothing is said: true. */
export function isOfType(value: unknown, type: string): boolean {
  return !Object.hasOwn(OF_TYPE, type) || OF_TYPE[type]?.(value) !== false
}
