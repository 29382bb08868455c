import { sizeOfLabel, type TextLine } from './boxes.ts'
import type { ChartWay } from './chart.ts'
import type { Point } from './lay-out.ts'
import { at, BROWN, drawTexts, INK, RED } from './svg.ts'

const headId = (colour: string) => `head-${colour.slice(1)}`

/** The heads of arrows, one for each colour. */
export function drawHeads(): string {
  const heads = [INK, BROWN, RED].map(
    (colour) =>
      `<marker id="${headId(colour)}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="${colour}"/></marker>`,
  )
  return `<defs>${heads.join('')}</defs>`
}

/** The arrow of a way: dotted for a link, dashed where no scenario goes, thick and red where there is a problem. */
export function drawWay(way: ChartWay, curve: readonly Point[]): string {
  const [start, ...rest] = curve
  const end = rest.at(-1)
  if (!start || !end) return ''
  // Three points for each part of the curve; what is left over leads straight to the end.
  const bends = rest.slice(0, rest.length - (rest.length % 3))
  const d = `M${at(start)}C${bends.map(at).join(' ')}${bends.length < rest.length ? `L${at(end)}` : ''}`
  const isWrong = way.codes.length > 0
  const colour = isWrong ? RED : way.gone === 'no' ? BROWN : INK
  const dash = way.kind === 'link' ? '2 5' : way.gone === 'no' ? '9 5' : ''
  const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${isWrong ? 3 : 2}"${dashed} marker-end="url(#${headId(colour)})"/>`
}

export function drawLabel(lines: readonly TextLine[], middle: Point): string {
  const { height } = sizeOfLabel(lines) ?? { height: 0 }
  const from = { x: middle.x, y: middle.y - height / 2 + 3 }
  return drawTexts(lines, from, { isCentred: true }).join('')
}
