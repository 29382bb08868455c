/** ONE KIND OF PROBLEM, as `footpath explain` tells of it. */
export interface Kind {
  readonly code: string
  /** What is wrong, in a few words. */
  readonly title: string
  /** What it would mean for people. */
  readonly why: string
  /** A passage of a sound definition, and the same with the mistake. Absent: it takes more than one passage to show. */
  readonly example?: {
    readonly file: string
    readonly good: string
    readonly bad: string
  }
}
