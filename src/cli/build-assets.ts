import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'
import { compileAsync } from 'sass'
import type { AssetManifest } from '../views/assets.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface BuildAssets {
  /** Sources: `styles/app.scss`, `client/app.ts`, `icons/favicon.svg`. */
  readonly staticDir: string
  readonly outDir: string
}

/** Where this repository keeps them. */
export const ASSET_FOLDERS: BuildAssets = {
  staticDir: join(ROOT, 'static'),
  outDir: join(ROOT, 'dist', 'static'),
}

/**
 * Builds the style sheet, the script and the icon, each under a name with its hash, with `.br` and `.gz` beside it.
 * Does nothing when nothing has changed since the last time. Throws when a source does not compile.
 */
export async function buildAssets({ staticDir, outDir }: BuildAssets): Promise<AssetManifest> {
  const inputs = hashOfInputs(staticDir)
  const before = readManifest(outDir)
  if (before?.inputs === inputs) return before
  const [css, js, dev] = await Promise.all([
    buildStyles(join(staticDir, 'styles', 'app.scss')),
    buildScript(join(staticDir, 'client', 'app.ts')),
    buildScript(join(staticDir, 'client', 'dev.ts')),
  ])
  const icon = readFileSync(join(staticDir, 'icons', 'favicon.svg'))
  rmSync(outDir, { recursive: true, force: true })
  mkdirSync(outDir, { recursive: true })
  const manifest: AssetManifest = {
    inputs,
    css: write(outDir, 'app', 'css', css),
    js: write(outDir, 'app', 'js', js),
    icon: write(outDir, 'favicon', 'svg', icon),
    dev: write(outDir, 'dev', 'js', dev),
  }
  // Last: an interrupted build leaves no manifest, and is made again.
  writeFileSync(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

/** Style sheet: Dart Sass puts a mark at the front, which would be text in a page; it goes. */
async function buildStyles(entry: string): Promise<Buffer> {
  const { css } = await compileAsync(entry, {
    loadPaths: [join(ROOT, 'node_modules')],
    quietDeps: true,
  })
  const { code } = await transform(css.replace(/^\uFEFF/u, '').replace(/^@charset[^;]*;/u, ''), {
    loader: 'css',
    minify: true,
    charset: 'utf8',
    target: ['chrome61', 'safari11', 'firefox60'],
  })
  return Buffer.from(withLiterals(code))
}

/**
 * Before each declaration with custom properties the same with the literal colours that it names: a browser that does
 * not know these drops the second, and one that does the first (ACCESSIBILITY, "Old browsers").
 */
function withLiterals(css: string): string {
  return css.replace(
    /(?<=[{;])(?!--)[a-z-]+:[^;{}]*var\(--[^;{}]*/gu,
    (said) => `${said.replace(/var\(--[\w-]+, ?(#[0-9a-f]{3,6})\)/gu, '$1')};${said}`,
  )
}

async function buildScript(entry: string): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  })
  const [script] = outputFiles
  if (!script) throw new Error(`${entry} made no script`)
  return Buffer.from(script.contents)
}

function write(outDir: string, name: string, ending: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const file = `${name}-${hash}.${ending}`
  const brotli = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  })
  writeFileSync(join(outDir, file), content)
  writeFileSync(join(outDir, `${file}.br`), brotli)
  writeFileSync(join(outDir, `${file}.gz`), gzipSync(content, { level: 9 }))
  return file
}

function readManifest(outDir: string): AssetManifest | undefined {
  const path = join(outDir, 'manifest.json')
  if (!existsSync(path)) return undefined
  return JSON.parse(readFileSync(path, 'utf8')) as AssetManifest
}

/** Of the sources, of this file, and of the packages that the sources are made with. */
function hashOfInputs(staticDir: string): string {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)))
  for (const name of ['govuk-frontend', 'htmx.org', 'sass', 'esbuild'])
    hash.update(readFileSync(join(ROOT, 'node_modules', name, 'package.json')))
  const sources = readdirSync(staticDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const path of sources)
    hash.update(path.slice(dirname(staticDir).length)).update(readFileSync(path))
  return hash.digest('hex')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const manifest = await buildAssets(ASSET_FOLDERS)
  process.stdout.write(`${[manifest.css, manifest.js, manifest.icon].join('\n')}\n`)
}
