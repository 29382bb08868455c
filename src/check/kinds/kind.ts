/** ONE KIND OF PROBLEM, as `footpath explain` tells of it. */
export interface Kind {
  readonly code: string
  /** What is wrong, in a few words. */
  readonly title: string
  /** What it would mean for people. */
  readonly why: string
  readonly example: Example
}

/** A passage of a sound definition, and the same with the mistake. */
export interface Example {
  readonly file: string
  readonly good: string
  readonly bad: string
  /** Where `check` points: the line of that file where these words stand first. Absent: in the passage. */
  readonly found?: { readonly file: string; readonly at: string }
  /** What else stands in the definition, right or wrong. */
  readonly beside?: readonly Beside[]
}

/** A file, or (`was`) what stands in place of a passage of one. */
export interface Beside {
  readonly file: string
  readonly was?: string
  readonly text: string
}
