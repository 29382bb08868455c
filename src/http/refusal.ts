import type { ErrorStatus } from '../views/words.ts'

/** A request that is refused: thrown by middleware, shown as a plain page by `onError`. Never a person's data in it. */
export class Refusal extends Error {
  readonly status: ErrorStatus
  readonly lines: readonly string[] | undefined
  readonly heading: string | undefined

  constructor(
    status: ErrorStatus,
    why: string,
    page: { readonly title?: string; readonly lines?: readonly string[] } = {},
  ) {
    super(why)
    this.name = 'Refusal'
    this.status = status
    this.lines = page.lines
    this.heading = page.title
  }
}
