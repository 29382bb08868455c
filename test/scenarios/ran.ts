import type { Out } from '../../src/cli/out.ts'

export interface Ran {
  readonly status: number
  readonly said: string
  readonly failed: string
}

/** Runs a command; what it said, and its exit status. */
export async function ran(run: (out: Out) => Promise<number>): Promise<Ran> {
  let said = ''
  let failed = ''
  const status = await run({
    say: (text, status = 0) => {
      said += text
      return status
    },
    fail: (text) => {
      failed += text
      return 2
    },
  })
  return { status, said, failed }
}
