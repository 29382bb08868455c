import { PROBLEMS } from './codes.ts'
import { type Colour, contrastOf, nearestWith } from './contrast.ts'
import type { Report } from './problem.ts'
import { type ColourName, coloursOf, PAGE, type ThemeColours } from './theme.ts'
import type { Spot } from './tree.ts'

/** Of words with what they stand on (WCAG 1.4.3), and of shapes that must be seen (WCAG 1.4.11). */
const OF_TEXT = 4.5
const OF_SHAPES = 3

interface Pair {
  /** What people could not make out. */
  readonly what: string
  readonly colour: ColourName
  readonly ground: ColourName | 'page'
  readonly least: number
  /** Another colour of the same thing that may be the one that is seen. */
  readonly or?: ColourName
}

const focus = (ground: Pair['ground'], where: string): Pair => ({
  what: `where the focus is ${where}`,
  colour: 'focus',
  or: 'focusText',
  ground,
  least: OF_SHAPES,
})

const PAIRS: readonly Pair[] = [
  { what: 'the words of the header', colour: 'headerText', ground: 'header', least: OF_TEXT },
  { what: 'the words of the footer', colour: 'footerText', ground: 'footer', least: OF_TEXT },
  { what: 'links', colour: 'link', ground: 'page', least: OF_TEXT },
  { what: 'a link under the pointer', colour: 'linkHover', ground: 'page', least: OF_TEXT },
  { what: 'the words of a button', colour: 'buttonText', ground: 'button', least: OF_TEXT },
  { what: 'a button', colour: 'button', ground: 'page', least: OF_SHAPES },
  { what: 'the white words of a notice', colour: 'brand', ground: 'page', least: OF_TEXT },
  { what: 'the words that have the focus', colour: 'focusText', ground: 'focus', least: OF_TEXT },
  focus('page', 'on the page'),
  focus('header', 'in the header'),
  focus('footer', 'in the footer'),
]

/** Reports each pair of colours that some people could not tell apart; `at` says where a colour is written. */
export function checkContrast(
  said: Partial<ThemeColours>,
  at: (name: ColourName) => Spot | undefined,
  report: Report,
): void {
  const colours = coloursOf(said)
  for (const pair of PAIRS) {
    const ground = pair.ground === 'page' ? PAGE : colours[pair.ground]
    const names = pair.or ? [pair.colour, pair.or] : [pair.colour]
    const found = Math.max(...names.map((name) => contrastOf(colours[name], ground)))
    const spot = spotOf(pair, at)
    if (found >= pair.least || !spot) continue
    const message = `People could not make out ${pair.what}: "${pair.colour}" ${colours[pair.colour]} on ${groundInWords(pair, ground)} has a contrast of ${inWords(found)}, and ${pair.least} is the least.`
    report(PROBLEMS.lowContrast, spot, message, remedyOf(pair, colours[pair.colour], ground))
  }
}

/** The colour's own place, or that of its ground where only this is written. */
function spotOf(
  { colour, or, ground }: Pair,
  at: (name: ColourName) => Spot | undefined,
): Spot | undefined {
  return at(colour) ?? (ground === 'page' ? undefined : at(ground)) ?? (or && at(or))
}

function groundInWords({ ground }: Pair, colour: Colour): string {
  return ground === 'page' ? `the page ${colour}` : `"${ground}" ${colour}`
}

/** Cut, not rounded: 4.49 is not 4.5. */
function inWords(contrast: number): string {
  return (Math.floor(contrast * 100) / 100).toString()
}

function remedyOf({ colour, ground, least }: Pair, now: Colour, on: Colour): string {
  const near = nearestWith(least, now, on)
  const other = ground === 'page' ? '' : `, or another "${ground}"`
  return `Write ${colour}: "${near}"${other}.`
}
