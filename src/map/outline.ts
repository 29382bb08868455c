import type { StepKind } from '../journey/journey.ts'
import type { Problem } from '../journey/problem.ts'
import type { Chart, ChartNode, ChartStep, ChartWay, Gone } from './chart.ts'

/** An item of a nested list. `step`: it is about this step, and may lead to it. */
export interface OutlineItem {
  readonly text: string
  readonly step?: { readonly id: string; readonly file: string; readonly line: number }
  readonly items?: readonly OutlineItem[]
}

const KINDS: Readonly<Record<StepKind, string>> = {
  question: 'question',
  content: 'content',
  'check-answers': 'check answers',
  confirmation: 'confirmation',
  exit: 'exit',
  'task-list': 'task list',
}

/** What a kind of step is called on the map. */
export function kindInWords(kind: StepKind): string {
  return KINDS[kind]
}

/** The same as the drawing says, as nested lists: each step with what it does, and the ways on from it. */
export function outlineOf(chart: Chart): readonly OutlineItem[] {
  const { nodes, conditions, problems, percent } = chart
  return [
    ...(percent === undefined ? [] : [{ text: `The scenarios go through ${percent} %` }]),
    ...titled('Problems that belong to no step', problemItems(problems)),
    ...titled(
      'Conditions',
      conditions.map(({ name, words }) => ({ text: `${name}: ${words}` })),
    ),
    ...titled(
      'Steps',
      nodes.flatMap((node) => (node.is === 'step' ? [stepItem(node, chart)] : [])),
    ),
  ]
}

/** The outline as text: two blanks and a hyphen for each level. */
export function outlineInText(items: readonly OutlineItem[], indent = ''): string {
  return items
    .map(({ text, step, items: inner = [] }) => {
      const at = step ? `  ${step.file}:${step.line}` : ''
      return `${indent}- ${text}${at}\n${outlineInText(inner, `${indent}  `)}`
    })
    .join('')
}

/** Problems as the drawing and the outline have them: those with the same words as one. */
export function problemsInShort(problems: readonly Problem[]): readonly {
  readonly text: string
  readonly severity: Problem['severity']
  readonly all: readonly Problem[]
}[] {
  const groups = new Map<string, readonly Problem[]>()
  for (const one of problems) {
    const key = `${one.code} ${one.message}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((all) => {
    const [first] = all
    if (!first) return []
    const { severity, code, message } = first
    const text = `${severity === 'error' ? 'Error' : 'Warning'} ${code}: ${message}`
    return [{ text: all.length > 1 ? `${text} (${all.length} times)` : text, severity, all }]
  })
}

/** What is said of a part that no scenario goes through. */
export function goneInWords(gone: Gone): string | undefined {
  return gone === 'no' ? 'no scenario' : undefined
}

function titled(text: string, items: readonly OutlineItem[]): readonly OutlineItem[] {
  return items.length > 0 ? [{ text, items }] : []
}

function problemItems(problems: readonly Problem[]): readonly OutlineItem[] {
  return problemsInShort(problems).map(({ text, all }): OutlineItem => {
    const places = all.map(({ file, line, help }) =>
      [help, `${file}:${line}`].filter(Boolean).join(' '),
    )
    if (places.length > 1) return { text, items: places.map((place) => ({ text: place })) }
    return { text: `${text} ${places.join('')}` }
  })
}

function stepItem(step: ChartStep, chart: Chart): OutlineItem {
  const { id, title, kind, file, line, gone } = step
  const first = chart.nodes.find((node) => node.id === chart.start)
  const isFirst = first?.is === 'choice' ? first.step === id : first?.id === id
  const said = [kindInWords(kind), ...(isFirst ? ['people come here first'] : [])]
  const name = `${title} (${id}): ${[...said, goneInWords(gone)].filter(Boolean).join(', ')}`
  const choice = chart.nodes.find((node) => node.is === 'choice' && node.step === id)
  return {
    text: name,
    step: { id, file, line },
    items: [
      ...problemItems(step.problems),
      ...titled('Whether it is asked', choice ? waysFrom(choice, chart) : []),
      ...step.notes.map((text) => ({ text })),
      ...titled('Leads to', waysFrom(step, chart)),
    ],
  }
}

function waysFrom(node: ChartNode, chart: Chart): readonly OutlineItem[] {
  return chart.ways
    .filter(({ from }) => from === node.id)
    .map((way) => ({ text: wayInWords(way, chart) }))
}

function wayInWords({ to, kind, reasons, gone, codes }: ChartWay, { nodes }: Chart): string {
  const node = nodes.find(({ id }) => id === to)
  const target = nameOf(node, nodes) ?? to
  const why = reasons.join('; or ')
  const said = [goneInWords(gone), ...codes].filter(Boolean)
  const way = why === '' ? target : `${why}: ${target}`
  return [kind === 'link' && why === '' ? `link: ${way}` : way, ...said].join(', ')
}

function nameOf(node: ChartNode | undefined, nodes: readonly ChartNode[]): string | undefined {
  if (node?.is === 'step') return `${node.title} (${node.id})`
  if (node?.is === 'return') return `back to the journey that led here, else ${node.home}`
  const step = nodes.find(({ id }) => node?.is === 'choice' && id === node.step)
  return step && nameOf(step, nodes)
}
