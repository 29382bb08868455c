import type { Weight } from './weights.ts'

/** One load on one server. */
export interface Sample {
  readonly perSecond: number
  /** Microseconds of CPU for one answer. */
  readonly cpu?: number
}
/** Ours and the bare server, one right after the other. */
export type Pair = Readonly<Record<'ours' | 'bare', Sample>>

type Row = readonly string[]

export function table(head: Row, rows: readonly Row[]): string {
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export const LOAD_HEAD = [
  '16 connections',
  'ours, per second',
  'bare, per second',
  'ours / bare: median (min – max)',
  'CPU ours / bare, µs',
  'bar',
]

/** `bar`: the least that the median of the ratios should be. */
export function loadRow(what: string, pairs: readonly Pair[], bar?: number): Row {
  const ratios = pairs.map(({ ours, bare }) => ours.perSecond / bare.perSecond)
  const ratio = median(ratios)
  const cpu = (who: keyof Pair) => Math.round(median(pairs.map((pair) => pair[who].cpu ?? 0)))
  return [
    what,
    thousands(median(pairs.map(({ ours }) => ours.perSecond))),
    thousands(median(pairs.map(({ bare }) => bare.perSecond))),
    `${percent(ratio)} (${percent(Math.min(...ratios))} – ${percent(Math.max(...ratios))})`,
    cpu('ours') > 0 ? `${cpu('ours')} / ${cpu('bare')}` : '',
    bar === undefined ? '' : `≥ ${percent(bar)}${said(ratio >= bar)}`,
  ]
}

/** A figure with the most that it should be. */
export function limitRow(what: string, figure: number, unit: string, most?: number): Row {
  const bar = most === undefined ? '' : `≤ ${plain(most)} ${unit}${said(figure <= most)}`
  return [what, `${plain(figure)} ${unit}`, bar]
}

export function weightRows(weights: readonly Weight[]): readonly Row[] {
  const kB = (bytes: number) => bytes / 1000
  const sum = (of: readonly Weight[]) => kB(of.reduce((total, { brotli }) => total + brotli, 0))
  const early = weights.filter(({ what }) => what === 'html' || what === 'css')
  return [
    ...weights.map(({ what, raw, brotli }) =>
      limitRow(`${what}: ${plain(kB(raw))} kB, compressed`, kB(brotli), 'kB'),
    ),
    limitRow('HTML and CSS, compressed', sum(early), 'kB', 14.6),
    limitRow('the whole first visit, compressed', sum(weights), 'kB', 30),
  ]
}

export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? 0)) / 2
}

const said = (holds: boolean) => (holds ? '' : ' **not met**')
const percent = (ratio: number) => `${Math.round(ratio * 100)} %`
const thousands = (figure: number) => Math.round(figure).toLocaleString('en-GB')
const plain = (figure: number) => String(Math.round(figure * 10) / 10)
