import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Example } from '../../src/check/kinds/kind.ts'
import { KINDS } from '../../src/check/kinds/kinds.ts'
import { loadForms } from '../../src/cli/load-forms.ts'
import { main } from '../../src/cli/main.ts'
import type { Problem } from '../../src/journey/problem.ts'
import type { FormsFiles } from '../../src/journey/source.ts'
import { checked, soundForms } from './sound-forms.ts'

const SRC = join(import.meta.dirname, '../../src')

async function explain(...args: string[]): Promise<{ status: number; said: string }> {
  let said = ''
  const note = (text: string, status: number) => {
    said += text
    return status
  }
  const out = {
    say: (text: string, code = 0) => note(text, code),
    fail: (text: string) => note(text, 2),
  }
  return { status: await main(['explain', ...args], out), said }
}

/** The sound forms with what stands beside an example. */
const formsOf = ({ beside = [] }: Example): FormsFiles =>
  beside.reduce((files, { file, was, text }) => {
    const held = files.texts.get(file)
    if (was === undefined) return withFile(files, file, text)
    if (!held?.includes(was)) throw new Error(`${file} holds no ${JSON.stringify(was)}`)
    return withFile(
      files,
      file,
      held.replace(was, () => text),
    )
  }, soundForms)

const withFile = (files: FormsFiles, path: string, text: string): FormsFiles =>
  path.endsWith('.svg')
    ? { ...files, images: new Map([...(files.images ?? []), [path, Buffer.from(text)]]) }
    : { ...files, texts: new Map([...files.texts, [path, text]]) }

const textIn = (files: FormsFiles, path: string): string =>
  files.texts.get(path) ?? Buffer.from(files.images?.get(path) ?? []).toString()

/** Forms with an action of their own are read from a folder: actions are modules. */
async function problemsOf(files: FormsFiles): Promise<readonly Problem[]> {
  if (![...files.texts.keys()].some((path) => path.includes('/actions/')))
    return checked(files).problems
  const dir = mkdtempSync(join(tmpdir(), 'footpath-explain-'))
  for (const [path, text] of files.texts) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  const { forms } = await loadForms(dir, files)
  rmSync(dir, { recursive: true })
  return forms.problems
}

const linesOf = (text: string): number => text.split('\n').length

describe('footpath explain', () => {
  it('knows every code that check can report, and no other', () => {
    const sources = ['check', 'journey'].flatMap((folder) =>
      readdirSync(join(SRC, folder))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(SRC, folder, name)),
    )
    const text = sources.map((path) => readFileSync(path, 'utf8')).join('\n')
    const reported = [...text.matchAll(/(?:code: |error\(|warning\()'(FP\d{4})'/gu)].map(
      ([, code]) => code,
    )
    expect(KINDS.map(({ code }) => code)).toEqual([...new Set(reported)].sort())
  })

  it.each(KINDS.map(({ code, example }) => ({ code, example })))(
    'shows a mistake that is $code, and how it is right',
    async ({ code, example }) => {
      const { file, good, bad, found } = example
      const sound = formsOf(example)
      const [before = '', ...rest] = textIn(sound, file).split(good)
      expect(rest.length).toBeGreaterThan(0)
      const right = await problemsOf(sound)
      expect(
        right.filter((one) => one.code === code || one.severity === 'error'),
        'how it is right',
      ).toEqual([])

      const wrong = before + bad + rest.join(good)
      const problems = await problemsOf(withFile(sound, file, wrong))
      const more = problems.filter((one) => !right.some((known) => known.code === one.code))
      expect([...new Set(more.map((problem) => problem.code))]).toEqual([code])

      const first = linesOf(before)
      const lines = more.map((one) => ({ file: one.file, line: one.line }))
      if (found) {
        const text = found.file === file ? wrong : textIn(sound, found.file)
        expect(text).toContain(found.at)
        const shown = text.split('\n')
        expect(
          lines.some((at) => at.file === found.file && shown[at.line - 1]?.includes(found.at)),
        ).toBe(true)
      } else {
        const last = first + linesOf(bad.trimEnd()) - 1
        expect(lines.some((at) => at.file === file && at.line >= first && at.line <= last)).toBe(
          true,
        )
      }
    },
  )

  it('says why one matters, with both', async () => {
    const { status, said } = await explain('fp0301')
    expect(status).toBe(0)
    expect(said).toContain('## FP0301: A step that there is not')
    expect(said).toContain('to: visiter }')
    expect(said).toContain('to: visitor }')
  })

  it('lists all of them, and prints the page of all', async () => {
    const list = await explain()
    expect(list.said.split('\n').filter((line) => /^FP\d{4} {2}\S/u.test(line))).toHaveLength(
      KINDS.length,
    )
    const page = await explain('--all')
    expect(page.said.match(/^## FP\d{4}: /gmu)).toHaveLength(KINDS.length)
  })

  it('ends with 2 over a code that there is not', async () => {
    expect(await explain('FP9999')).toMatchObject({
      status: 2,
      said: expect.stringContaining('no problem "FP9999"'),
    })
    expect((await explain('--loud')).status).toBe(2)
  })
})
