import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { actions } from '../../src/actions/registry.ts'
import { ASSET_FOLDERS, buildAssets } from '../../src/cli/build-assets.ts'
import { loadJourneys } from '../../src/journey/load-journeys.ts'
import { readForms } from '../../src/journey/read-forms.ts'
import { type Assets, loadAssets, type StaticFile } from '../../src/views/assets.ts'
import { renderPage } from '../../src/views/page.ts'
import { renderStepMain } from '../../src/views/render-step.ts'
import { withThemes } from '../../src/views/theme-assets.ts'
import { FRAME, SAMPLES } from './samples.ts'

const outDir = mkdtempSync(join(tmpdir(), 'footpath-assets-'))
const folders = { staticDir: ASSET_FOLDERS.staticDir, outDir }
let assets: Assets

beforeAll(async () => {
  await buildAssets(folders)
  assets = loadAssets(outDir)
})

function fileAt(href: string): Required<Pick<StaticFile, 'body' | 'br' | 'gz'>> {
  const file = assets.files.get(href)
  if (!file?.br || !file.gz) throw new Error(`nothing compressed at ${href}`)
  const { body, br, gz } = file
  return { body, br, gz }
}

test('a built file has its hash in its name and says the same compressed', () => {
  for (const href of [assets.css, assets.js, assets.icon]) {
    expect(href).toMatch(/^\/static\/[a-z]+-[0-9a-f]{12}\.[a-z]+$/u)
    const { body, br, gz } = fileAt(href)
    expect(brotliDecompressSync(br).equals(body)).toBe(true)
    expect(gunzipSync(gz).equals(body)).toBe(true)
  }
  expect(assets.files.size).toBe(3)
  expect(assets.reload).toBeUndefined()
  const { reload, files } = loadAssets(outDir, { revision: '1', href: '/dev/changes' })
  expect([files.size, files.has(reload?.src ?? '')]).toEqual([4, true])
})

test('nothing is built again while nothing has changed', async () => {
  const manifest = join(outDir, 'manifest.json')
  const before = readFileSync(manifest, 'utf8')
  const { css, inputs } = await buildAssets(folders)
  const style = join(outDir, css)
  writeFileSync(style, 'touched')
  expect((await buildAssets(folders)).inputs).toBe(inputs)
  expect(readFileSync(style, 'utf8')).toBe('touched')
  writeFileSync(manifest, before.replace(inputs, 'other'))
  await buildAssets(folders)
  expect(statSync(style).size).toBeGreaterThan(10_000)
}, 60_000)

test('the style sheet has no crown, crest, GDS Transport, address or animation (ACCESSIBILITY.md 1)', () => {
  const css = fileAt(assets.css).body.toString('utf8')
  expect(css).not.toMatch(/url\(|crest|@font-face|GDS Transport|animation:|transition:|\uFEFF/u)
  expect(css).toContain('Helvetica Neue')
})

test('a question is readable after one round trip: page and style sheet in 14.6 kB', () => {
  for (const sample of Object.values(SAMPLES)) {
    const html = renderPage(
      { ...FRAME, assets, person: 'Sam Taylor', token: 'x'.repeat(43) },
      renderStepMain(sample),
    )
    expect(html.length, 'raw').toBeLessThanOrEqual(14_000)
    expect(brotliCompressSync(html).length + fileAt(assets.css).br.length).toBeLessThanOrEqual(
      14_600,
    )
  }
})

test('the style sheet is 10 kB at most, and all of a first visit 30 kB', () => {
  const { br } = fileAt(assets.css)
  expect(br.length).toBeLessThanOrEqual(10_000)
  expect(
    br.length + fileAt(assets.js).br.length + fileAt(assets.icon).br.length,
  ).toBeLessThanOrEqual(27_000)
})

test('each theme that ships keeps both budgets, its logo and all', () => {
  const { themes, images } = loadJourneys(readForms('forms'), actions)
  const themed = withThemes(assets, { themes, images })
  expect([...themed.themes.keys()].sort()).toEqual(['harbour', 'moorland', 'neutral'])
  const sizeAt = (href: string | undefined) => {
    const file = href === undefined ? undefined : themed.files.get(href)
    return (file?.br ?? file?.body ?? Buffer.alloc(0)).length
  }
  for (const [name, theme] of themed.themes) {
    const site = { ...FRAME.site, theme }
    const htmls = Object.values(SAMPLES).map((sample) =>
      renderPage(
        { ...FRAME, site, assets: themed, person: 'Sam', token: 'x' },
        renderStepMain(sample),
      ),
    )
    const [longest = ''] = htmls.toSorted((one, other) => other.length - one.length)
    const toRead = brotliCompressSync(longest).length + sizeAt(assets.css) + sizeAt(theme.css)
    expect(sizeAt(theme.css) > 0, name).toBe(name !== 'neutral')
    expect(toRead, name).toBeLessThanOrEqual(14_600)
    const rest = sizeAt(assets.js) + sizeAt(assets.icon) + sizeAt(theme.logo?.href)
    expect(toRead + rest, name).toBeLessThanOrEqual(30_000)
  }
})

test('our own script is 3 kB at most, minified', async () => {
  const { outputFiles } = await build({
    entryPoints: [join(ASSET_FOLDERS.staticDir, 'client', 'app.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    external: ['htmx.org'],
  })
  const size = outputFiles[0]?.contents.length ?? 0
  expect(size).toBeGreaterThan(1_000)
  expect(size).toBeLessThanOrEqual(3_000)
})
