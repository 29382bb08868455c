import { gzipSync } from 'node:zlib'
import { PROBLEMS } from './codes.ts'
import type { Report } from './problem.ts'
import type { Logo } from './theme.ts'
import type { Spot } from './tree.ts'

type Picture = Pick<Logo, 'type' | 'width' | 'height'>

/** Bytes as they are sent: of a first visit 30 kB there is room for no more (ACCESSIBILITY, budgets). */
const MOST = 6_000
/** CSS pixels: as high as two lines of the header, and no wider than a narrow phone. */
const HIGHEST = 48
const WIDEST = 260

/** Told by its content, never by its name. Reports what cannot be shown, or should not. */
export function readLogo(bytes: Uint8Array, at: Spot, report: Report): Picture | undefined {
  const type = isPng(bytes) ? 'image/png' : 'image/svg+xml'
  const size = type === 'image/png' ? sizeOfPng(bytes) : sizeOfSvg(textOf(bytes))
  const wrong = (message: string, help: string) => {
    report(PROBLEMS.badLogo, at, message, help)
    return undefined
  }
  if (!size)
    return wrong(
      'This file is no picture that can be shown.',
      'Use an SVG that has a viewBox, or a PNG.',
    )
  const active = type === 'image/svg+xml' ? activeIn(textOf(bytes)) : undefined
  if (active !== undefined)
    return wrong(
      `This picture holds ${active}: it could act, or tell others who looks at it.`,
      'Save it as a plain SVG: shapes only.',
    )
  const sent = type === 'image/png' ? bytes.length : gzipSync(bytes).length
  if (sent > MOST)
    return wrong(
      `This picture has ${sent} bytes as it is sent, and ${MOST} is the most: people on slow lines wait for it.`,
      'Draw it simpler, or smaller.',
    )
  return { type, ...drawnAs(size) }
}

interface Size {
  readonly width: number
  readonly height: number
}

function drawnAs({ width, height }: Size): Size {
  const share = Math.min(HIGHEST / height, WIDEST / width)
  return { width: Math.round(width * share), height: Math.round(height * share) }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function isPng(bytes: Uint8Array): boolean {
  return PNG.every((byte, at) => bytes[at] === byte)
}

/** Its first chunk begins with width and height. */
function sizeOfPng(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 24) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return sound({ width: view.getUint32(16), height: view.getUint32(20) })
}

function sizeOfSvg(text: string): Size | undefined {
  const open = /^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>)*<svg\b([^>]*)>/iu.exec(text)?.[1]
  const box =
    /\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/u.exec(
      open ?? '',
    )
  return sound({ width: Number(box?.[1]), height: Number(box?.[2]) })
}

function sound({ width, height }: Size): Size | undefined {
  return width > 0 && height > 0 && width / height < 20 && height / width < 20
    ? { width, height }
    : undefined
}

const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [/<script\b/iu, 'a script'],
  [/<(?:foreignObject|iframe|embed|object)\b/iu, 'a page of its own'],
  [/\son[a-z]+\s*=/iu, 'an attribute that acts'],
  [/<!ENTITY\b/iu, 'an entity'],
  [/\b(?:xlink:)?href\s*=\s*["']\s*(?!#|data:image\/png)/iu, 'an address'],
  [/url\(\s*["']?(?!#)|@import/iu, 'an address'],
]

function activeIn(text: string): string | undefined {
  return ACTIVE.find(([pattern]) => pattern.test(text))?.[1]
}
