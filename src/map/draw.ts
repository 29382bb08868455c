import { linesOfStep, linesOfWay, STYLES, sizeOfLabel, type TextLine } from './boxes.ts'
import type { Chart } from './chart.ts'
import { drawNode, type MapLinks, sizeOfNode } from './draw-node.ts'
import { drawHeads, drawLabel, drawWay } from './draw-way.ts'
import { type LaidOut, type Line, layOut } from './lay-out.ts'
import { problemsInShort } from './outline.ts'
import { drawTexts, escapeXml } from './svg.ts'
import { linesOf } from './text-lines.ts'

export type { MapLinks } from './draw-node.ts'

const MARGIN = 24
const LEAST_WIDTH = 480

/**
 * The chart as SVG, with presentation attributes only (a policy against inline styles lets it be). Colour says nothing
 * that words do not say too, and the outline says all of it (WCAG 1.1.1, 1.4.1). Rejects with NoLayout where the library
 * that lays it out is not installed.
 */
export async function drawMap(chart: Chart, links: MapLinks): Promise<string> {
  const boxes = chart.nodes.map((node) => (node.is === 'step' ? linesOfStep(node) : []))
  const labels = chart.ways.map(linesOfWay)
  const laid = await layOut(
    chart.nodes.map((node, index) => ({ id: node.id, ...sizeOfNode(node, boxes[index] ?? []) })),
    chart.ways.map(({ from, to, kind }, index): Line => {
      const label = sizeOfLabel(labels[index] ?? [])
      return { from, to, weight: kind === 'link' ? 1 : 4, ...(label && { label }) }
    }),
  )
  const nodes = chart.nodes.map((node, index) => {
    const middle = laid.boxes.get(node.id)
    return middle ? drawNode(node, middle, boxes[index] ?? [], links) : ''
  })
  return framed(chart, laid, [
    '<g aria-hidden="true">',
    ...chart.ways.map((way, index) => drawWay(way, laid.lines[index]?.curve ?? [])),
    ...labels.map((lines, index) => {
      const middle = laid.lines[index]?.label
      return middle ? drawLabel(lines, middle) : ''
    }),
    '</g>',
    ...nodes,
  ])
}

/** The drawing below its title, what its lines mean, its conditions and the problems that belong to no step. */
function framed(chart: Chart, laid: LaidOut, parts: readonly string[]): string {
  const width = Math.ceil(Math.max(laid.width, LEAST_WIDTH) + 2 * MARGIN)
  const head = headOf(chart, width - 2 * MARGIN)
  const headHeight = head.reduce((sum, { style }) => sum + STYLES[style].height, 0)
  const height = Math.ceil(laid.height + headHeight + 3 * MARGIN)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="map-title map-desc" font-family="Helvetica, Arial, sans-serif">`,
    `<title id="map-title">${escapeXml(`Map of ${chart.title}`)}</title>`,
    `<desc id="map-desc">${escapeXml(descriptionOf(chart))}</desc>`,
    drawHeads(),
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<g aria-hidden="true">${drawTexts(head, { x: MARGIN, y: MARGIN }).join('')}</g>`,
    `<g transform="translate(${Math.round((width - laid.width) / 2)} ${headHeight + 2 * MARGIN})">`,
    ...parts.filter((part) => part !== ''),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

function headOf(chart: Chart, width: number): readonly TextLine[] {
  const write = (text: string, style: TextLine['style']) =>
    linesOf(text, STYLES[style].size, width).map((one) => ({ text: one, style }))
  const hasChoice = chart.nodes.some((node) => node.is === 'choice')
  const meaning = [
    'A dotted arrow is a link.',
    ...(hasChoice ? ['At a diamond a step is asked or passed over.'] : []),
    ...(chart.percent === undefined
      ? []
      : [
          `The scenarios go through ${chart.percent} %: what they leave out is dashed, and says so.`,
        ]),
  ]
  return [
    ...write(chart.title, 'heading'),
    ...write(meaning.join(' '), 'note'),
    ...chart.conditions.flatMap(({ name, words }) => write(`${name}: ${words}`, 'note')),
    ...problemsInShort(chart.problems).flatMap(({ text, severity, all: [first] }) =>
      write(`${text} ${first?.file}:${first?.line}`, severity),
    ),
  ]
}

function descriptionOf({ nodes }: Chart): string {
  const steps = nodes.filter((node) => node.is === 'step').length
  return `${steps} steps, each in a box, and arrows for the ways between them, with their conditions. The outline says the same in lists.`
}
