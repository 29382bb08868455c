import { allMutants, type Candidate, grouped, isFound } from './mutants/try-mutants.ts'

/**
 * `npm run mutants [words]`: how many of all single mistakes `check` finds at their line, by kind of mistake; and which it does
 * not. `words`: a part of a mistake's name or of a file's path.
 */
const only = process.argv[2] ?? ''
const chosen = allMutants().filter(({ mutator, file }) => `${mutator} ${file}`.includes(only))
const missed: Candidate[] = []
let found = 0
process.stdout.write('| mistake | made | found | |\n| --- | ---: | ---: | ---: |\n')
for (const [mutator, mutants] of grouped(chosen)) {
  const wrong = mutants.filter((one) => !isFound(one))
  missed.push(...wrong)
  found += mutants.length - wrong.length
  process.stdout.write(row(mutator, mutants.length, mutants.length - wrong.length))
}
process.stdout.write(row('all', chosen.length, found))
for (const { mutator, file, line, words } of missed)
  process.stdout.write(`missed: ${mutator}: ${file}:${line} ${words.split('\n')[0]}\n`)

function row(what: string, made: number, right: number): string {
  return `| ${what} | ${made} | ${right} | ${Math.floor((right / Math.max(1, made)) * 1000) / 10} % |\n`
}
