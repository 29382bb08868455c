import type { Field } from '../fields/field.ts'
import { readPhone } from '../fields/phone.ts'
import { PROBLEMS } from './codes.ts'
import { checkLiteral } from './literal.ts'
import type { Report } from './problem.ts'
import { quoted } from './quoted.ts'
import type { Node } from './tree.ts'

/** Reports examples that nobody could give as an answer: of texts, as people would type them. */
export function checkExamples(field: Field, examples: Node | undefined, report: Report): void {
  if (examples?.is !== 'list') return
  const { kind, options } = field
  if (['yes-no', 'declaration', 'number'].includes(kind) || options.length > 0) {
    for (const example of examples.items) checkLiteral(example, field, report)
    return
  }
  for (const example of examples.items)
    if (example.is === 'scalar' && typeof example.value === 'string')
      checkText(example.value, example, field, report)
}

function checkText(text: string, at: Node, field: Field, report: Report): void {
  if (!isRefused(text, at, field)) return
  const message = `The example ${quoted(text)} cannot be an answer of "${field.name}".`
  const help = 'Change the example, or what the answers must be like.'
  report(PROBLEMS.badExample, at, message, help)
}

/** Of kinds that tidy what is typed only phones are tried. */
function isRefused(text: string, at: Node, field: Field): boolean {
  if (field.kind === 'phone') return readPhone(text) === undefined
  if (field.kind !== 'text' && field.kind !== 'textarea') return false
  let isWrong = false
  checkLiteral(at, field, () => {
    isWrong = true
  })
  return isWrong && text.trim() === text
}
