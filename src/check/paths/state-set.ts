/** A set of states, by number; the same set always has the same number. Each state gives every variable one value. */
export type StateSet = number

export const NONE: StateSet = 0
export const EVERY: StateSet = 1
