import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../src/check/kinds/kinds.ts'
import { main } from '../../src/cli/main.ts'
import { checked, formsEdited, soundForms } from './sound-forms.ts'

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

  const examples = KINDS.flatMap(({ code, example }) => (example ? [{ code, ...example }] : []))
  it.each(examples)(
    'shows a mistake that is $code, and how it is right',
    ({ code, file, good, bad }) => {
      expect(soundForms.texts.get(file)).toContain(good)
      const { problems } = checked(formsEdited(file, good, bad))
      expect([...new Set(problems.map((problem) => problem.code))]).toEqual([code])
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
