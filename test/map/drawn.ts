import { JSDOM } from 'jsdom'

/** A drawing that was read back; throws where it is no well-formed XML. */
export function readSvg(svg: string): Document {
  return new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document
}

/** All that is written in it, each line of a box or label by itself. */
export function textsIn(document: Document): readonly string[] {
  return [...document.querySelectorAll('text')].map((one) => one.textContent ?? '')
}

/** How much lighter one colour is than the other (WCAG 1.4.3). */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
