import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { main } from '../../src/cli/main.ts'
import { type Forms, writeForms } from '../format/forms-of.ts'
import { ran } from '../scenarios/ran.ts'
import { contrastOf, readSvg, textsIn } from './drawn.ts'

const FIELDS = {
  kind: { type: 'string', title: 'Which kind?', enum: ['bus', 'train'] },
  seat: { type: 'string', title: 'Seat <number>' },
  age: { type: 'integer', title: 'How old are you?', minimum: 0 },
}
const FLOW = `
title: A ticket & more
conditions: { by-train: { kind: train }, grown-up: { age: { minimum: 18 } } }
steps:
  kind: { fields: [kind] }
  seat: { when: by-train, fields: [seat] }
  age:
    fields: [age]
    next:
      - { when: grown-up, to: check }
      - { to: too-young }
  too-young: { kind: exit, title: You are too young, links: [{ label: Change your age, to: age }] }
  check:
    kind: check-answers
    title: Check
    buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: Not now } }, next: done }]
  done: { kind: confirmation, title: Done, content: "Reference {reference}" }
`
const BUS = '- { name: A bus, answers: { kind: bus, age: 30 }, ends: done }\n'

function ticket(flow = FLOW, scenarios?: string): Forms {
  const more = scenarios === undefined ? {} : { 'scenarios.yaml': scenarios }
  return { ticket: { fields: FIELDS, required: ['kind', 'seat', 'age'], flow, more } }
}

async function map(forms: Forms, ...args: string[]) {
  const { dir, remove } = writeForms(forms)
  vi.stubEnv('FORMS_DIR', dir)
  try {
    return await ran((out) => main(['map', 'ticket', ...args], out))
  } finally {
    vi.unstubAllEnvs()
    remove()
  }
}

describe('footpath map', () => {
  it('draws each step with what it asks, runs and gives, and each way with its condition', async () => {
    const { status, said } = await map(ticket())
    expect(status).toBe(0)
    const document = readSvg(said)
    const texts = textsIn(document)
    for (const text of ['A ticket & more', 'Which kind?', 'Seat <number>', 'Asks kind', 'Done'])
      expect(texts).toContain(text)
    expect(texts).toContain('by-train: kind is train')
    expect(texts).toContain('grown-up: age is at least 18')
    expect(texts.filter((text) => text === 'otherwise')).toHaveLength(2)
    for (const text of ['if by-train', 'if grown-up', 'The page again: refused'])
      expect(texts).toContain(text)
    expect(texts.join(' ')).toContain('“Send” runs submit-request (gives submitted)')
    expect(texts).toContain('link: Change your age')
  })

  it('says in the outline, as nested lists, what the drawing says', async () => {
    const { said } = await map(ticket(), '--outline')
    expect(said.replaceAll(/ {2}\S*(?=\/ticket\/)/gu, '  …')).toContain(
      [
        '  - Seat <number> (seat): question  …/ticket/flow.yaml:6',
        '    - Whether it is asked',
        '      - if by-train: Seat <number> (seat)',
        '      - otherwise: How old are you? (age)',
        '    - Asks seat',
        '    - Leads to',
        '      - How old are you? (age)',
        '  - How old are you? (age): question  …/ticket/flow.yaml:7',
        '    - Asks age',
        '    - Leads to',
        '      - if grown-up: Check (check)',
        '      - otherwise: You are too young (too-young)',
      ].join('\n'),
    )
    expect(said).toContain('- Which kind? (kind): question, people come here first')
  })

  it('says once what is wrong in many places, and paints no way for the words of its link', async () => {
    const more = { 'locales/cy.yaml': 'flow.title: Tocyn\n' }
    const translated: Forms = { ticket: { fields: FIELDS, required: ['kind'], flow: FLOW, more } }
    const { said } = await map(translated)
    const texts = textsIn(readSvg(said)).join(' ')
    expect(texts).toMatch(/FP0607: These words are not there in "cy"\. \(\d+ times\)/u)
    expect(textsIn(readSvg(said))).not.toContain('FP0607')
    const outline = await map(translated, '--outline')
    expect(outline.said).toMatch(
      /Problems that belong to no step\n {2}- Warning FP0607: [^\n]*times\)\n {4}- Add "schema\./u,
    )
  })

  it('tells of conditions that only words depend on', async () => {
    const flow = FLOW.replace(
      'conditions: {',
      'conditions: { young: { age: { maximum: 25 } }, by-bus: { kind: bus },',
    )
      .replace(
        'content: "Reference {reference}"',
        'content: [{ when: young, text: "You pay less" }, { text: "Reference {reference}" }]',
      )
      .replace('error: Not now', 'error: [{ when: by-bus, text: No bus now }, { text: Not now }]')
    const { said } = await map(ticket(flow), '--outline')
    expect(said).toContain('young: age is at most 25')
    expect(said).toContain('by-bus: kind is bus')
  })

  it('paints on it what check finds, at its step and its way, and ends with 1 for an error', async () => {
    const flow = FLOW.replace('- { to: too-young }', '- { when: by-train, to: too-young }')
    const { status, said } = await map(ticket(flow))
    expect(status).toBe(1)
    const document = readSvg(said)
    expect(textsIn(document).join(' ')).toMatch(/Error FP0\d{3}: /u)
    const wrong = document.querySelector('#map-age rect')
    expect(wrong?.getAttribute('stroke-width')).toBe('4')
    expect(document.querySelector('#map-age title')?.textContent).toMatch(/^Error FP/u)
    const outline = await map(ticket(flow), '--outline')
    expect(outline.said).toMatch(
      /\(age\): question {2}\S*\/ticket\/flow\.yaml:7\n {4}- Error FP0\d{3}: /u,
    )
  })

  it('paints on it what the scenarios leave out, in words and by dashes, and not without them', async () => {
    const { said } = await map(ticket(FLOW, BUS))
    const document = readSvg(said)
    const dashOf = (step: string) =>
      document.querySelector(`#map-${step} rect`)?.getAttribute('stroke-dasharray')
    expect(dashOf('seat')).toBe('9 5')
    expect(dashOf('age')).toBeNull()
    expect(document.querySelector('#map-seat')?.textContent).toContain('no scenario')
    expect(document.querySelector('#map-age')?.textContent).not.toContain('no scenario')
    const outline = await map(ticket(FLOW, BUS), '--outline')
    expect(outline.said).toContain('if by-train: Seat <number> (seat), no scenario')
    expect(outline.said).toContain('- otherwise: How old are you? (age)\n')
    expect(outline.said).toContain('otherwise: You are too young (too-young), no scenario')
    expect(outline.said).toMatch(/The scenarios go through \d+ %/u)
    expect((await map(ticket(FLOW, BUS), '--outline', '--no-coverage')).said).not.toContain(
      'no scenario',
    )
  })

  it('writes into a file, and says what it cannot draw and why', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'footpath-map-')), 'ticket.svg')
    expect(await map(ticket(), '--out', file)).toMatchObject({
      status: 0,
      said: `Written: ${file}\n`,
    })
    expect(textsIn(readSvg(readFileSync(file, 'utf8')))).toContain('Which kind?')
    const unread = await map(ticket('title: [\n'))
    expect(unread.status).toBe(1)
    expect(unread.said).toMatch(/^error FP01/u)
    expect((await ran((out) => main(['map', 'tiket'], out))).failed).toContain(
      'There is no journey "tiket".',
    )
    expect((await map(ticket(), '--ouline')).status).toBe(2)
  })

  it('says in words that the library is not installed where only the service is', async () => {
    vi.doMock('@viz-js/viz', () => {
      throw new Error("Cannot find package '@viz-js/viz'")
    })
    try {
      const { status, failed } = await map(ticket())
      expect(status).toBe(2)
      expect(failed).toContain('Drawing needs the package @viz-js/viz')
      expect(failed).toContain('--outline')
      expect((await map(ticket(), '--outline')).status).toBe(0)
    } finally {
      vi.doUnmock('@viz-js/viz')
    }
  })
})

describe('the maps of the journeys that ship', () => {
  const journeys = readdirSync('forms').filter((name) => !/^[._]/u.test(name))

  it.each(journeys)('%s: can be read by everybody, and hold every step', async (journey) => {
    const { status, said } = await ran((out) => main(['map', journey], out))
    expect(status).toBe(0)
    const document = readSvg(said)
    const root = document.documentElement
    // R-WEB-03: a policy without inline styles and scripts must not spoil it.
    expect(document.querySelectorAll('[style], style, script, foreignObject')).toHaveLength(0)
    const named = root.getAttribute('aria-labelledby')?.split(' ') ?? []
    for (const id of named) expect(document.getElementById(id)?.textContent).toMatch(/\w/u)
    const outline = await ran((out) => main(['map', journey, '--outline'], out))
    const { steps } = parse(readFileSync(join('forms', journey, 'flow.yaml'), 'utf8')) as {
      steps: object
    }
    for (const id of Object.keys(steps)) {
      expect(outline.said).toContain(`(${id}): `)
      expect(linksOf(document, id)).toEqual([
        `http://localhost:3000/dev/${journey}/preview#step-${id}`,
        expect.stringMatching(/\/source\?file=forms%2F.*#line-\d+$/u),
      ])
    }
    expectContrast(document)
    const boxes = [...document.querySelectorAll('g[id^=map-] > rect:first-of-type')].map(boxOf)
    expect(boxes).toHaveLength(Object.keys(steps).length)
    for (const [index, box] of boxes.entries())
      for (const other of boxes.slice(index + 1)) expect(areApart(box, other)).toBe(true)
  })
})

function linksOf(document: Document, step: string): readonly (string | null)[] {
  const links = [...(document.getElementById(`map-${step}`)?.querySelectorAll('a') ?? [])]
  for (const link of links) expect(link.getAttribute('aria-label')).toContain(step)
  return links.map((link) => link.getAttribute('href'))
}

/** WCAG 1.4.3, on white and on both tints of problems. */
function expectContrast(document: Document): void {
  const texts = [...document.querySelectorAll('text')]
  for (const fill of new Set(texts.map((one) => one.getAttribute('fill') ?? '')))
    for (const ground of ['#ffffff', '#fdf0ee', '#fff8e5'])
      expect(contrastOf(fill, ground), `${fill} on ${ground}`).toBeGreaterThan(4.5)
}

function boxOf(rect: Element) {
  const number = (name: string) => Number(rect.getAttribute(name))
  return { x: number('x'), y: number('y'), width: number('width'), height: number('height') }
}

function areApart(one: ReturnType<typeof boxOf>, other: ReturnType<typeof boxOf>): boolean {
  return (
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y
  )
}
