import { isBold, STYLES, type TextLine } from './boxes.ts'
import type { Point } from './lay-out.ts'

export const INK = '#0b0c0c'
export const GREEN = '#00613a'
export const RED = '#942514'
export const BROWN = '#6f4a00'
const QUIET = '#505a5f'
const LINK = '#0f4ca0'

/** All of them have a contrast of 5:1 at least on white and on the tints of problems (WCAG 1.4.3). */
const FILLS: Readonly<Record<TextLine['style'], string>> = {
  heading: INK,
  kind: QUIET,
  title: LINK,
  note: INK,
  error: RED,
  warning: BROWN,
  untold: BROWN,
  place: LINK,
}

/** Lines of text from the top, each as its own element. `isLinked`: titles and places are underlined. */
export function drawTexts(
  lines: readonly TextLine[],
  from: Point,
  { isCentred = false, isLinked = false } = {},
): readonly string[] {
  let y = from.y
  return lines.map(({ text, style }) => {
    const { size, height } = STYLES[style]
    y += height
    const isLink = isLinked && (style === 'title' || style === 'place')
    const attributes = [
      `x="${round(from.x)}" y="${round(y - (height - size) / 2 - 2)}" font-size="${size}" fill="${FILLS[style]}"`,
      // A white edge keeps a label readable where a line runs below it.
      ...(isCentred
        ? ['text-anchor="middle" stroke="#ffffff" stroke-width="4" paint-order="stroke"']
        : []),
      ...(isBold(style) ? ['font-weight="bold"'] : []),
      ...(isLink ? ['text-decoration="underline"'] : []),
    ]
    return `<text ${attributes.join(' ')}>${escapeXml(text)}</text>`
  })
}

export function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
