import type { Field, Flaw, Input, Parsed } from './field.ts'

/** No answer is longer, whatever its schema says; in characters (R-WEB-12). */
export const LONGEST_ANSWER = 20_000

/** A flaw of a field; the control is the one that the error summary links to. */
export function flawOf(
  field: Field,
  control: string,
  keyword: string,
  params: Flaw['params'] = {},
): Flaw {
  return { control, keyword, params, field }
}

export function wrong(...flaws: readonly Flaw[]): Parsed {
  return { status: 'wrong', flaws }
}

export type Control =
  | { readonly status: 'text'; readonly text: string }
  | { readonly status: 'wrong'; readonly flaws: readonly Flaw[] }

/** The one value of a control, as posted; '' where there is none. Posted twice: `doubled`, never the last (R-WEB-10). */
export function readControl(field: Field, input: Input, control: string): Control {
  const values = input.get(control) ?? []
  const text = values[0] ?? ''
  if (values.length > 1) return { status: 'wrong', flaws: [flawOf(field, control, 'doubled')] }
  if (text.length > LONGEST_ANSWER) {
    const flaw = flawOf(field, control, 'too-long', { limit: LONGEST_ANSWER })
    return { status: 'wrong', flaws: [flaw] }
  }
  return { status: 'text', text }
}

/** One control with text in it: tidied, '' is missing, then `accept` decides. */
export function parseText(
  field: Field,
  input: Input,
  control: string,
  tidy: (text: string) => string,
  accept: (text: string) => Parsed = (text) => ({ status: 'value', value: text }),
): Parsed {
  const read = readControl(field, input, control)
  if (read.status === 'wrong') return read
  const text = tidy(read.text)
  return text === '' ? { status: 'missing' } : accept(text)
}
