/** Where a command writes. */
export interface Out {
  /** To standard output; answers `status` (0). */
  say(text: string, status?: number): number
  /** To standard error; answers 2. */
  fail(text: string): number
}

export const processOut: Out = {
  say: (text, status = 0) => {
    process.stdout.write(text)
    return status
  },
  fail: (text) => {
    process.stderr.write(text)
    return 2
  },
}
