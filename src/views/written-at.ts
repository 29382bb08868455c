/** A line of a definition, and the page that shows it. */
export interface WrittenAt {
  /** `forms/x/flow.yaml:12` */
  readonly text: string
  readonly href: string
  /** What stands before it: `defined at`. */
  readonly lead?: string
}
