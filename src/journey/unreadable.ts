/** Names that stand in a definition but whose meaning could not be read: nothing more is said of them. */
export type Unreadable = Pick<ReadonlySet<string>, 'has'>

/** Of a file that could not be read at all. */
export const EVERYTHING: Unreadable = { has: () => true }
