import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runCheck } from '../../src/cli/check.ts'
import type { Out } from '../../src/cli/out.ts'

const SOUND = join(import.meta.dirname, '../fixtures/broken/sound')

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'footpath-check-'))
  cpSync(SOUND, dir, { recursive: true })
  vi.stubEnv('FORMS_DIR', dir)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true })
})

async function run(...args: string[]): Promise<{ status: number; said: string; failed: string }> {
  let said = ''
  let failed = ''
  const out: Out = {
    say: (text, status = 0) => {
      said += text
      return status
    },
    fail: (text) => {
      failed += text
      return 2
    },
  }
  const status = await runCheck(args, out)
  return { status, said, failed }
}

function edit(path: string, from: string, to: string): void {
  const file = join(dir, path)
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}

describe('footpath check', () => {
  it('ends with 0 where all is sound', async () => {
    expect(await run()).toEqual({ status: 0, said: 'No problems in 2 journeys.\n', failed: '' })
  })

  it('ends with 0 over warnings', async () => {
    edit('permit/flow.yaml', 'title: Details', 'title: About you')
    const { status, said } = await run()
    expect(status).toBe(0)
    expect(said).toContain('1 warning in 2 journeys.')
  })

  it('ends with 1 over an error, and shows the line, a caret and the remedy', async () => {
    edit('permit/flow.yaml', 'to: visitor }', 'to: visiter }')
    const { status, said } = await run('permit')
    expect(status).toBe(1)
    expect(said).toBe(
      [
        'error FP0301: There is no step "visiter".',
        `  --> ${dir}/permit/flow.yaml:29:34`,
        '29 |       - { when: for-visitor, to: visiter }',
        '   |                                  ^^^^^^^',
        '   = help: Did you mean "visitor"? The steps are: agree, check-answers, details, done, kind, log-in, start, vehicle, vehicle-fuel, visitor, you.',
        '',
        '1 error in 1 journey.\n',
      ].join('\n'),
    )
  })

  it('looks at the journeys that it is told to', async () => {
    edit('permit/flow.yaml', 'to: visitor }', 'to: visiter }')
    expect((await run('sign-in')).status).toBe(0)
  })

  it('prints one array as JSON', async () => {
    edit('permit/flow.yaml', 'to: visitor }', 'to: visiter }')
    const { status, said } = await run('--format', 'json')
    expect(status).toBe(1)
    expect(JSON.parse(said)).toEqual([
      {
        code: 'FP0301',
        severity: 'error',
        file: `${dir}/permit/flow.yaml`,
        line: 29,
        column: 34,
        message: 'There is no step "visiter".',
        help: expect.stringContaining('visitor'),
      },
    ])
    expect(JSON.parse((await run('sign-in', '--format=json')).said)).toEqual([])
  })

  it.each([
    [['--format', 'xml'], /no format "xml"/u],
    [['--loud'], /no option "--loud"/u],
    [['parking'], /no journey "parking".*permit, sign-in/u],
  ])('ends with 2 where it could not run: %s', async (args, words) => {
    const { status, said, failed } = await run(...args)
    expect([status, said]).toEqual([2, ''])
    expect(failed).toMatch(words)
  })

  it('ends with 2 where there is no folder', async () => {
    vi.stubEnv('FORMS_DIR', join(dir, 'nowhere'))
    expect((await run()).status).toBe(2)
  })

  it('prints SARIF for code hosts and editors, with the way that leads to a problem', async () => {
    edit('permit/flow.yaml', '      - { when: for-visitor, to: visitor }\n', '')
    const { status, said } = await run('permit', '--format', 'sarif')
    const [{ results, tool }] = JSON.parse(said).runs
    expect(status).toBe(1)
    const found = results.find((one: { ruleId: string }) => one.ruleId === 'FP0808')
    expect(found).toMatchObject({
      level: 'error',
      locations: [{ physicalLocation: { region: { startLine: 28, startColumn: 9 } } }],
      properties: { witness: { answers: { kind: 'visitor' }, words: 'kind = visitor' } },
    })
    expect(tool.driver.rules).toContainEqual(expect.objectContaining({ id: 'FP0808' }))
  })

  it('mends with --fix what is certain, and nothing else of the file', async () => {
    const file = join(dir, 'permit/flow.yaml')
    const sound = readFileSync(file, 'utf8')
    edit('permit/flow.yaml', 'to: visitor }', 'to: visiter }')
    edit('permit/flow.yaml', 'fields: [agreed]', 'fields: [agred]')
    expect((await run()).status).toBe(1)
    const { status, said } = await run('--fix')
    expect(status).toBe(0)
    expect(said.replaceAll(dir, '…')).toMatch(
      /^No problems in 2 journeys\.\nPut right: \S+flow\.yaml:\d+: "visiter" is "visitor" now\.\nPut right: \S+flow\.yaml:\d+: "agred" is "agreed" now\.\n$/u,
    )
    expect(readFileSync(file, 'utf8')).toBe(sound)
  })

  it('leaves with --fix what may be meant in two ways', async () => {
    edit('permit/flow.yaml', 'to: visitor }', 'to: visitors-all }')
    const broken = readFileSync(join(dir, 'permit/flow.yaml'), 'utf8')
    expect((await run('--fix')).status).toBe(1)
    expect(readFileSync(join(dir, 'permit/flow.yaml'), 'utf8')).toBe(broken)
  })
})
