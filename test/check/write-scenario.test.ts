import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { ran } from '../scenarios/ran.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'footpath-scenario-'))
  cpSync(join(import.meta.dirname, '../fixtures/broken/sound'), dir, { recursive: true })
  vi.stubEnv('FORMS_DIR', dir)
  write(SCENARIOS, BY_HAND)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true })
})

const footpath = (...args: string[]) => ran((out) => main(args, out))
const read = (path: string) => readFileSync(join(dir, path), 'utf8')
const write = (path: string, text: string) => writeFileSync(join(dir, path), text)

const FLOW = 'permit/flow.yaml'
const SCENARIOS = 'permit/scenarios.yaml'
const BY_HAND = `# Written by hand.
- name: A visitor # who comes often
  answers: { kind: visitor }
  sees: [start, log-in, kind, visitor, you]
`
const LAST = '      - { when: for-visitor, to: visitor }\n'

function edit(from: string, to: string): void {
  const text = read(FLOW)
  expect(text).toContain(from)
  write(FLOW, text.replace(from, to))
}

it('makes a scenario of the way to a problem, which is played once the problem is mended', async () => {
  // Nothing follows for visitors.
  edit(LAST, '')
  const { status, said } = await footpath('check', 'permit', '--write-scenario')
  expect(status).toBe(1)
  expect(said).toContain('Nothing follows when kind = visitor.')
  expect(said).toContain('scenarios.yaml: 1 scenario.\n')
  const after = read(SCENARIOS)
  expect(after.startsWith(BY_HAND)).toBe(true)
  const added = after.slice(BY_HAND.length)
  expect(added).toContain('- name: "FP0808 at kind: Nothing follows when kind = visitor."')
  expect(added).toContain('answers:\n    kind: visitor\n')
  expect(added).toContain('sees:\n    - start\n    - log-in\n    - kind\n')
  edit(
    '      - { when: { kind: resident }, to: you }\n',
    `      - { when: { kind: resident }, to: you }\n${LAST}`,
  )
  const tested = await footpath('test', 'permit')
  expect(tested.said).toContain('2 scenarios, all as they should be.')
  expect(tested.status).toBe(0)
})

it('writes none twice, and says so', async () => {
  edit(LAST, '')
  await footpath('check', 'permit', '--write-scenario')
  const once = read(SCENARIOS)
  const { said } = await footpath('check', 'permit', '--write-scenario')
  expect(said).toContain('No scenario was written')
  expect(read(SCENARIOS)).toBe(once)
})

it('walks facts, outcomes, links and items of lists, and is played at once where there is only a warning', async () => {
  edit(
    '    when: { make: { minLength: 2 } }\n',
    '    when: { not: { make: Volvo } }\n    next: agree\n',
  )
  edit('  agree:\n', '  agree:\n    content: "You said {note}."\n')
  const { said } = await footpath('check', 'permit', '--write-scenario')
  expect(said).not.toContain('error')
  expect(said).toMatch(/scenarios\.yaml: \d scenarios?\./u)
  const { status, said: tested } = await footpath('test', 'permit')
  expect(tested).toContain('all as they should be.')
  expect(status).toBe(0)
})

it('leaves a file as it is that it cannot be added to', async () => {
  write(SCENARIOS, '[{ name: One, ends: done }]\n')
  edit(LAST, '')
  const { said } = await footpath('check', 'permit', '--write-scenario')
  expect(said).toContain('Not written: ')
  expect(read(SCENARIOS)).toBe('[{ name: One, ends: done }]\n')
})

it('keeps the indent of the file, and begins one where there is none', async () => {
  edit(LAST, '')
  write(SCENARIOS, '  # Mine.\n  - name: One\n    ends: done\n')
  await footpath('check', 'permit', '--write-scenario')
  expect(read(SCENARIOS)).toContain('\n  - name: "FP0808 at kind: ')
  rmSync(join(dir, SCENARIOS))
  await footpath('check', 'permit', '--write-scenario')
  expect(read(SCENARIOS)).toMatch(/^# The tests of this journey[^\n]*\n\n- name: "FP0808/u)
})
