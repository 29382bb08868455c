import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import type { Problem } from '../../src/journey/problem.ts'
import { ownAction } from '../format/own-actions.ts'
import { ENDING, writeForms } from '../format/write-forms.ts'
import { findPort, runToEnd } from '../hostile/running-server.ts'
import { ran } from '../scenarios/ran.ts'

const CONTRACT = {
  name: 'look-up',
  input: { type: 'object', properties: { plot: { type: 'string' } } },
  outcomes: ['found', 'missing'],
  words: { missing: 'There is no such plot' },
  gives: [{ on: 'found', fact: 'plot-found', about: ['plot'], carries: ['size'] }],
}
const RUN = "return { outcome: 'found' }"
const FILE = 'garden/actions/look-up.ts'
const FLOW = `title: Garden
steps:
  plot:
    title: Your plot
    fields: [plot]
    buttons: [{ id: go, label: Go on, run: look-up, with: { plot: $plot } }]
  found:
    title: We found it
    requires: [plot-found]
    content: "It is {fact.plot-found.size} wide."
    next: [{ when: { fact: plot-found }, to: check }, { to: done }]
${ENDING}`

afterEach(() => vi.unstubAllEnvs())

function forms(action: string, flow = FLOW) {
  return writeForms({
    garden: {
      fields: { plot: { type: 'string', title: 'Plot' } },
      required: ['plot'],
      flow,
      more: { 'actions/look-up.ts': action },
    },
  })
}

async function check(action: string, args: readonly string[] = [], flow = FLOW) {
  const { dir, remove } = forms(action, flow)
  vi.stubEnv('FORMS_DIR', dir)
  const result = await ran((out) => main(['check', ...args], out))
  remove()
  return { ...result, dir }
}

async function problems(action: string, flow = FLOW): Promise<readonly Problem[]> {
  const { status, said } = await check(action, ['--format', 'json'], flow)
  const found: Problem[] = JSON.parse(said)
  expect(status).toBe(found.some(({ severity }) => severity === 'error') ? 1 : 0)
  return found.map((one) => ({ ...one, file: one.file.replace(/.*(?=garden\/)/u, '') }))
}

const placeOf = (text: string, words: string) => {
  const before = text.slice(0, text.indexOf(words))
  return {
    line: before.split('\n').length,
    column: before.length - before.lastIndexOf('\n'),
  }
}

describe('a journey’s own action', () => {
  it('is taken where it fits together', async () => {
    expect(await problems(ownAction(CONTRACT, RUN))).toEqual([])
  })

  it.each([
    ['exports it', 'export const action = mine'],
    ['exports it as its default', 'export default mine'],
  ])(
    'is taken from a folder without a package where types come first, and the file %s',
    (_, last) => {
      const text = ownAction(CONTRACT, RUN).replace(
        'export const action =',
        'type Mine = object\nconst mine: Mine =',
      )
      const { dir, remove } = forms(`${text}\n${last}\n`)
      const args = ['src/cli/footpath.mjs', 'check']
      const { status, stdout } = spawnSync(process.execPath, args, {
        env: { ...process.env, FORMS_DIR: dir },
      })
      remove()
      expect(String(stdout)).toBe('No problems in 1 journey.\n')
      expect(status).toBe(0)
    },
  )

  it('is taken where the file exports it as its default', async () => {
    const text = ownAction(CONTRACT, RUN).replace('export const action =', 'export default')
    expect(text).toContain('export default')
    expect(await problems(text)).toEqual([])
  })

  it.each<[string, string, string, { line: number; column: number }, RegExp, RegExp]>([
    [
      'exports nothing',
      "const action = { name: 'look-up' }\n",
      'FP0750',
      { line: 1, column: 1 },
      /does not export "action"/u,
      /export const action/u,
    ],
    [
      'exports it as its default',
      "// Looks up a plot.\nexport default { name: 'look-up' }\n",
      'FP0750',
      { line: 2, column: 1 },
      /does not export "action"/u,
      /export const action/u,
    ],
    [
      'exports it by another name',
      `\n${ownAction(CONTRACT, RUN).replace('const action', 'const acton')}`,
      'FP0750',
      { line: 2, column: 14 },
      /does not export "action"/u,
      /"acton"/u,
    ],
    [
      'exports what is no action',
      "\nexport const action = 'look-up'\n",
      'FP0750',
      { line: 2, column: 14 },
      /"action" is no action/u,
      /defineAction|run/u,
    ],
    [
      'throws when it is loaded',
      "export const action = {\n  name: 'look-up',\n  outcomes: LOOKED_UP,\n}\n",
      'FP0750',
      { line: 3, column: 13 },
      /LOOKED_UP is not defined/u,
      /declare the action/u,
    ],
    [
      'imports a file that is not there',
      "// first\nimport { plots } from './plots.ts'\n\nexport const action = { plots }\n",
      'FP0750',
      { line: 2, column: 23 },
      /"\.\/plots\.ts", and that is not there/u,
      /file|path/u,
    ],
  ])('that %s is told of', async (_what, text, code, place, message, help) => {
    const found = await problems(text)
    expect(found).toEqual([
      {
        code,
        severity: 'error',
        file: FILE,
        ...place,
        message: expect.stringMatching(message),
        help: expect.stringMatching(help),
      },
    ])
  })

  it('that does not parse is told of where it ends to make sense', async () => {
    const broken =
      "export const action = {\n  name: 'look-up',\n  outcomes: ['found'\n  run() {},\n}\n"
    const { dir, remove } = forms(broken)
    const command = ['src/cli/footpath.mjs', 'check', '--format', 'json']
    const { status, written } = await runToEnd(command, { FORMS_DIR: dir })
    remove()
    expect(status).toBe(1)
    expect(JSON.parse(written)).toEqual([
      expect.objectContaining({
        code: 'FP0750',
        line: 4,
        column: 3,
        message: 'This file cannot be read as TypeScript.',
        help: expect.stringContaining('Expected "]" but found "run"'),
      }),
    ])
  }, 60_000)

  it.each<[object, string, RegExp]>([
    [{ name: 'Look up' }, '"Look up"', /cannot be called/u],
    [{ name: undefined }, 'action', /no "name"/u],
    [{ outcomes: [] }, '"outcomes"', /no "outcomes"/u],
    [{ outcomes: 'found' }, '"outcomes"', /no "outcomes"/u],
    [{ input: undefined }, 'action', /no "input"/u],
    [
      { gives: [{ on: 'fuond', fact: 'plot-found', about: ['plot'] }] },
      '"fuond"',
      /no outcome "fuond"/u,
    ],
    [{ waits: 'not-yet' }, '"not-yet"', /no outcome "not-yet"/u],
    [{ words: { mising: 'Not there' } }, '"mising"', /no outcome "mising"/u],
    [
      { gives: [{ on: 'found', fact: 'plot-found', about: ['plto'] }] },
      '"plto"',
      /about "plto", which is no input/u,
    ],
    [{ gives: [{ on: 'found', fact: 'plot-found' }] }, '"gives"', /"about"/u],
    [{ gives: { on: 'found' } }, '"gives"', /list/u],
    [{ gives: [{ on: 'found', about: [] }] }, '"gives"', /"fact"/u],
    [
      { gives: [{ on: 'found', fact: 'a', about: [], scope: 'jorney' }] },
      '"jorney"',
      /scope "jorney"/u,
    ],
    [{ needs: [{ fact: 'known', about: 'nick' }] }, '"nick"', /about "nick"/u],
    [{ needs: 'known' }, '"needs"', /list/u],
  ])('whose contract does not fit together is told of: %j', async (flaw, at, words) => {
    const text = ownAction({ ...CONTRACT, ...flaw }, RUN)
    const found = await problems(text)
    expect(found).toEqual([
      expect.objectContaining({ code: 'FP0751', file: FILE, ...placeOf(text, at) }),
    ])
    expect(found[0]?.message).toMatch(words)
    expect(found[0]?.help).not.toBe('')
  })

  it('is told of together with all else, and nothing that follows from it', async () => {
    const found = await problems(
      'export const nothing = 1\n',
      FLOW.replace('to: done }', 'to: don }').replace('fields: [plot]', 'fields: [plotte]'),
    )
    expect(found.map(({ code, file }) => `${code} ${file}`)).toEqual([
      `FP0750 ${FILE}`,
      'FP0302 garden/flow.yaml',
      'FP0301 garden/flow.yaml',
    ])
  })

  it('shows its line to who reads, and is in SARIF', async () => {
    const text = ownAction({ ...CONTRACT, waits: 'waiting' }, RUN)
    const { status, said } = await check(text)
    expect(status).toBe(1)
    expect(said).toMatch(/error FP0751: .*\n.*look-up\.ts:2:\d+\n2 \| .*"waits":"waiting"/u)
    const sarif = await check(text, ['--format', 'sarif'])
    expect(JSON.parse(sarif.said).runs[0].results[0].ruleId).toBe('FP0751')
  })

  it('of all journeys is told of once', async () => {
    const { dir, remove } = writeForms({
      '_shared/actions/look-up.ts': 'export const nothing = 1\n',
      ...Object.fromEntries(
        ['garden', 'shed'].map((id) => [
          id,
          { fields: { plot: { type: 'string', title: 'Plot' } }, flow: FLOW },
        ]),
      ),
    })
    vi.stubEnv('FORMS_DIR', dir)
    const { said } = await ran((out) => main(['check', '--format', 'json'], out))
    remove()
    const found: Problem[] = JSON.parse(said)
    expect(found.map(({ code }) => code).filter((code) => code === 'FP0750')).toHaveLength(1)
  })

  it('keeps the server from starting, with its file, line and remedy', async () => {
    const { dir, remove } = forms(ownAction({ ...CONTRACT, waits: 'waiting' }, RUN))
    const data = mkdtempSync(join(tmpdir(), 'footpath-data-'))
    const { status, written } = await runToEnd(['--import', 'tsx', 'src/main.ts'], {
      FORMS_DIR: dir,
      DATA_DIR: data,
      PORT: String(await findPort()),
    })
    remove()
    rmSync(data, { recursive: true })
    expect(status).toBe(78)
    expect(written).toMatch(/look-up\.ts:2:\d+ .*no outcome "waiting"/u)
  }, 60_000)
})
