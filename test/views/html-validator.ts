import { HtmlValidate } from 'html-validate'

/** HTML as the standard has it, and what is accessible of it; less how blanks and quotes are written. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Upstream's date input has it: JAWS reads the hint then.
    'no-redundant-role': 'off',
    // Server and script are of one origin.
    'require-sri': 'off',
  },
})

/** What html-validate finds on a page, in words. */
export function htmlFaults(html: string): readonly string[] {
  const { results } = validator.validateStringSync(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`),
  )
}
