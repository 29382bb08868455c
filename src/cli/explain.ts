import type { Kind } from '../check/kinds/kind.ts'
import { KINDS } from '../check/kinds/kinds.ts'
import { helpWith } from '../journey/nearest.ts'
import type { Out } from './out.ts'

export const EXPLAIN_HELP = `npx footpath explain [code] [--all]

Says why a problem that check finds matters, with an example of it and of how it is right: explain FP0301.
Without a code it lists all kinds of problem. --all prints the page of all of them, as Markdown.
`

/** `explain [code]`, `explain --all`: answers the exit status. */
export function runExplain(args: readonly string[], out: Out): number {
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--all')
  if (unknown !== undefined) return out.fail(`There is no option "${unknown}".\n\n${EXPLAIN_HELP}`)
  if (args.includes('--all')) return out.say(kindsInMarkdown())
  const [wanted] = args
  if (wanted === undefined)
    return out.say(KINDS.map(({ code, title }) => `${code}  ${title}\n`).join(''))
  const code = wanted.toUpperCase()
  const kind = KINDS.find((one) => one.code === code)
  if (kind) return out.say(inMarkdown(kind))
  const codes = KINDS.map((one) => one.code)
  return out.fail(`There is no problem "${wanted}". ${helpWith(code, codes, 'codes')}\n`)
}

/** The page of all kinds of problem. */
export function kindsInMarkdown(): string {
  return `# What check finds\n\n${KINDS.map(inMarkdown).join('\n')}`
}

function inMarkdown({ code, title, why, example }: Kind): string {
  const { file, good, bad, found, beside = [] } = example
  const others = beside.map((one) => `\nBeside it, in ${one.file}:\n\n${block(one.file, one.text)}`)
  const points = found ? `\`check\` points to \`${found.at}\` in ${found.file}.\n\n` : ''
  const wrong = `Wrong, in ${file}:\n\n${block(file, bad)}\n${points}`
  return `## ${code}: ${title}\n\n${why}\n\n${wrong}Right:\n\n${block(file, good)}${others.join('')}`
}

function block(file: string, text: string): string {
  return `\`\`\`${LANGUAGES.get(file.split('.').at(-1) ?? '') ?? 'yaml'}\n${flush(text.replace(/\n$/u, '')) || '(nothing)'}\n\`\`\`\n`
}

/** Without the indent that all lines have. */
function flush(text: string): string {
  const lines = text.split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/u))
  const least = indents.length === 0 ? 0 : Math.min(...indents)
  return lines.map((line) => line.slice(least)).join('\n')
}

const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['json', 'json'],
  ['md', 'markdown'],
  ['svg', 'xml'],
  ['ts', 'ts'],
])
