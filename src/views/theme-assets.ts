import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Theme } from '../journey/theme.ts'
import { urls } from '../urls.ts'
import type { Assets, LogoView, StaticFile, ThemeView } from './assets.ts'
import { themeCss } from './theme-css.ts'

/** Themes, and their pictures by path. */
export interface Themed {
  readonly themes: ReadonlyMap<string, Theme>
  readonly images: ReadonlyMap<string, Uint8Array>
}

/** A picture that is opened by itself is a document: it may do nothing, and know no other address. */
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** The built files, and those of each theme: a style sheet where its colours are its own, and its logo. */
export function withThemes(assets: Assets, { themes, images }: Themed): Assets {
  const files = new Map(assets.files)
  const keep = (name: string, ending: string, file: StaticFile): string => {
    const hash = createHash('sha256').update(file.body).digest('hex').slice(0, 12)
    const href = urls.static(`${name}-${hash}.${ending}`)
    files.set(href, file)
    return href
  }
  const views = [...themes].map(([name, theme]): readonly [string, ThemeView] => {
    const css = themeCss(theme)
    const logo = logoOf(theme, images, keep)
    const text = { type: 'text/css; charset=utf-8', ...compressed(Buffer.from(css)) }
    return [name, { ...(css !== '' && { css: keep('theme', 'css', text) }), ...(logo && { logo }) }]
  })
  return Object.freeze({ ...assets, files, themes: new Map(views) })
}

function logoOf(
  { logo }: Theme,
  images: Themed['images'],
  keep: (name: string, ending: string, file: StaticFile) => string,
): LogoView | undefined {
  const bytes = logo && images.get(logo.file)
  if (!bytes) return undefined
  const { type, width, height } = logo
  const body = Buffer.from(bytes)
  const isText = type === 'image/svg+xml'
  const file: StaticFile = {
    type,
    ...(isText ? compressed(body) : { body }),
    policy: PICTURE_POLICY,
  }
  return { href: keep('logo', isText ? 'svg' : 'png', file), width, height }
}

function compressed(body: Buffer): Pick<StaticFile, 'body' | 'br' | 'gz'> {
  return { body, br: brotliCompressSync(body), gz: gzipSync(body, { level: 9 }) }
}
