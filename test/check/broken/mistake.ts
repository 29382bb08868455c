/**
 * One mistake in the sound forms: what it is, the file, the passage that is replaced, what stands there instead with
 * the offending token in « », and the code. `also`: codes of problems that follow from it.
 */
export type Mistake = readonly [
  what: string,
  file: string,
  from: string,
  to: string,
  code: string,
  also?: readonly string[],
]
