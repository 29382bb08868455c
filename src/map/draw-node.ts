import { PADDING, sizeOfStep, type TextLine } from './boxes.ts'
import type { ChartNode, ChartReturn, ChartStep } from './chart.ts'
import type { Point } from './lay-out.ts'
import { problemsInShort } from './outline.ts'
import { at, BROWN, drawTexts, escapeXml, GREEN, INK, RED, round } from './svg.ts'

/** Where the parts of a drawing lead. */
export interface MapLinks {
  readonly preview: (step: string) => string
  readonly source: (file: string, line: number) => string
}

const CHOICE = 26
const RETURN = { width: 260, height: 40 }

/** How much room a node takes. */
export function sizeOfNode(
  node: ChartNode,
  lines: readonly TextLine[],
): { readonly width: number; readonly height: number } {
  if (node.is === 'step') return sizeOfStep(lines)
  return node.is === 'choice' ? { width: CHOICE, height: CHOICE } : RETURN
}

export function drawNode(
  node: ChartNode,
  middle: Point,
  lines: readonly TextLine[],
  links: MapLinks,
): string {
  if (node.is === 'step') return drawStep(node, middle, lines, links)
  return node.is === 'choice' ? drawChoice(middle) : drawReturn(node, middle)
}

function drawChoice({ x, y }: Point): string {
  const half = CHOICE / 2
  const corners = [
    { x, y: y - half },
    { x: x + half, y },
    { x, y: y + half },
    { x: x - half, y },
  ]
  return `<path aria-hidden="true" d="M${corners.map(at).join('L')}z" fill="#ffffff" stroke="${INK}" stroke-width="2"/>`
}

function drawReturn({ home }: ChartReturn, { x, y }: Point): string {
  const { width, height } = RETURN
  const box = `<rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${width}" height="${height}" rx="20" fill="#f3f3f3" stroke="${INK}" stroke-width="2"/>`
  const text = `<text x="${round(x)}" y="${round(y + 5)}" text-anchor="middle" font-size="13" fill="${INK}">Back where they came from, else ${escapeXml(home)}</text>`
  return `<g aria-hidden="true">${box}${text}</g>`
}

function drawStep(
  step: ChartStep,
  middle: Point,
  lines: readonly TextLine[],
  links: MapLinks,
): string {
  const { width, height } = sizeOfStep(lines)
  const left = middle.x - width / 2
  const top = middle.y - height / 2
  const texts = drawTexts(lines, { x: left + PADDING, y: top + PADDING }, { isLinked: true })
  const partOf = (style: TextLine['style']) =>
    texts.filter((_, index) => lines[index]?.style === style).join('')
  const rest = texts.filter((_, index) => !['title', 'place'].includes(lines[index]?.style ?? ''))
  const link = (href: string, label: string, html: string) =>
    `<a href="${escapeXml(href)}" aria-label="${escapeXml(label)}">${html}</a>`
  const { id, title, file, line, problems } = step
  const help = problemsInShort(problems)
    .map(({ text, all }) => [text, ...all.map((one) => one.help)].join(' '))
    .join('\n')
  return [
    `<g id="map-${id}">`,
    ...(help === '' ? [] : [`<title>${escapeXml(help)}</title>`]),
    drawFrame(step, { left, top, width, height }),
    `<g aria-hidden="true">${rest.join('')}</g>`,
    link(links.preview(id), `Preview of ${title} (${id})`, partOf('title')),
    link(links.source(file, line), `${id} in ${file}, line ${line}`, partOf('place')),
    '</g>',
  ].join('')
}

interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** An ending has round corners and a second line; an error a thick one; what no scenario sees a dashed one. */
function drawFrame(step: ChartStep, { left, top, width, height }: Frame): string {
  const isWrong = step.problems.some(({ severity }) => severity === 'error')
  const isEnding = step.kind === 'confirmation' || step.kind === 'exit'
  const colour = isWrong ? RED : COLOURS[step.gone]
  const fill = step.problems.length === 0 ? '#ffffff' : isWrong ? '#fdf0ee' : '#fff8e5'
  const rect = (inset: number, style: string) =>
    `<rect x="${round(left + inset)}" y="${round(top + inset)}" width="${round(width - 2 * inset)}" height="${round(height - 2 * inset)}" rx="${isEnding ? 16 : 2}" ${style}/>`
  const dash = step.gone === 'no' ? ' stroke-dasharray="9 5"' : ''
  const outer = `fill="${fill}" stroke="${colour}" stroke-width="${isWrong ? 4 : 2}"${dash}`
  const inner = isEnding ? rect(5, `fill="none" stroke="${colour}" stroke-width="1"`) : ''
  return rect(0, outer) + inner
}

const COLOURS: Readonly<Record<ChartStep['gone'], string>> = {
  yes: GREEN,
  no: BROWN,
  unknown: INK,
}
