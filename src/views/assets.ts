import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { urls } from '../urls.ts'

/** One file under /static: its bytes as they are, and compressed. */
export interface StaticFile {
  readonly type: string
  readonly body: Buffer
  /** Absent: it does not get smaller. */
  readonly br?: Buffer
  readonly gz?: Buffer
  /** Its own Content-Security-Policy. */
  readonly policy?: string
}

/** What pages refer to, and what is served. Names carry a hash of the content: they may be cached for ever. */
export interface Assets {
  readonly css: string
  readonly js: string
  readonly icon: string
  /** Where pages load themselves again when definitions were saved. */
  readonly reload?: Reload
  /** By path (`/static/app-1a2b.css`): an exact match or nothing (R-WEB-18). */
  readonly files: ReadonlyMap<string, StaticFile>
  /** What pages of a theme refer to, by its name. */
  readonly themes: ReadonlyMap<string, ThemeView>
}

/** What a page shows of its theme. */
export interface ThemeView {
  /** Absent: it has the colours that all have. */
  readonly css?: string
  readonly logo?: LogoView
}

export interface LogoView {
  readonly href: string
  readonly alt?: string
  readonly width: number
  readonly height: number
}

/** Of a page that loads itself again. */
export interface Reload {
  /** The script that does. */
  readonly src: string
  /** Of the definitions that the page was made from. */
  readonly revision: string
  /** Where newer ones are told of. */
  readonly href: string
}

/** What the build writes beside the files. */
export interface AssetManifest {
  /** Hash of all that the files were made from. */
  readonly inputs: string
  readonly css: string
  readonly js: string
  readonly icon: string
  readonly dev: string
}

export const ASSET_TYPES: Readonly<Record<keyof Omit<AssetManifest, 'inputs'>, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  icon: 'image/svg+xml',
  dev: 'text/javascript; charset=utf-8',
}

/**
 * Reads the built files once, at start. Throws when they have not been built. `reload`: pages are to load themselves
 * again; else the script that does is not served.
 */
export function loadAssets(outDir: string, reload?: Omit<Reload, 'src'>): Assets {
  const manifest = JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8')) as AssetManifest
  const files = new Map<string, StaticFile>()
  const read = (part: keyof typeof ASSET_TYPES): string => {
    const name = manifest[part]
    const bytes = (ending: string) => readFileSync(join(outDir, name + ending))
    const href = urls.static(name)
    files.set(href, {
      type: ASSET_TYPES[part],
      body: bytes(''),
      br: bytes('.br'),
      gz: bytes('.gz'),
    })
    return href
  }
  const themes = new Map<string, ThemeView>()
  return Object.freeze({
    css: read('css'),
    js: read('js'),
    icon: read('icon'),
    ...(reload && { reload: { ...reload, src: read('dev') } }),
    files,
    themes,
  })
}
