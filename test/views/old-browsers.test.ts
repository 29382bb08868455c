import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ASSET_FOLDERS, buildAssets } from '../../src/cli/build-assets.ts'

/** A browser of 2014 drops every declaration that has `var()` in it (ACCESSIBILITY.md 2, "Old browsers"). */
const outDir = mkdtempSync(join(tmpdir(), 'footpath-old-'))
let css: string
beforeAll(async () => {
  const { css: name } = await buildAssets({ staticDir: ASSET_FOLDERS.staticDir, outDir })
  css = readFileSync(join(outDir, name), 'utf8')
})

interface StyleRule {
  readonly selector: string
  readonly text: readonly string[]
  readonly ground: readonly string[]
}

/** Rules without others in them, with what they say of the colours of text and ground, in order. */
function rulesOf(source: string): readonly StyleRule[] {
  return [...source.matchAll(/([^{}]+)\{([^{}]*)\}/gu)].map(([, selector = '', body = '']) => {
    const said = (names: RegExp) =>
      body
        .split(';')
        .filter((one) => names.test(one.split(':')[0] ?? ''))
        .map((one) => one.slice(one.indexOf(':') + 1).trim())
    return { selector, text: said(/^color$/u), ground: said(/^background(?:-color)?$/u) }
  })
}

const isLiteral = (value: string) => !value.includes('var(')
const isColoured = (value: string) => {
  const hex = /^#([0-9a-f]{3,6})\b/iu.exec(value)?.[1]
  if (!hex) return false
  const channels = hex.length === 3 ? [...hex].map((one) => one + one) : (hex.match(/../gu) ?? [])
  const values = channels.map((one) => Number.parseInt(one, 16))
  return Math.max(...values) - Math.min(...values) > 20 || Math.max(...values) < 128
}
const isPale = (value: string) => /^#(?:fff|ffffff|f3f3f3)\b|^white\b/iu.test(value)

/** Text that an old browser leaves dark on a ground that it does colour, or pale on one that it does not. */
function unreadable(source: string): readonly string[] {
  return rulesOf(source)
    .filter(({ text, ground }) => {
      const keepsGround = ground.some((value) => isLiteral(value) && isColoured(value))
      const losesText = text.length > 0 && !text.some(isLiteral)
      const losesGround = ground.length > 0 && !ground.some(isLiteral)
      const keepsPale = text.some((value) => isLiteral(value) && isPale(value))
      return (keepsGround && losesText) || (losesGround && keepsPale)
    })
    .map(({ selector }) => selector)
}

test('text on a coloured ground has a colour of its own where custom properties are unknown', () => {
  expect(unreadable(css)).toEqual([])
  expect(unreadable('.a{background:#0f7a52;color:var(--x,#fff)}')).toEqual(['.a'])
  expect(unreadable('.a{background:var(--y,#0f7a52);color:#fff}')).toEqual(['.a'])
})

test.each(['.fp-header', '.fp-footer', '.govuk-button'])(
  '%s has literal colours of text and ground',
  (selector) => {
    const rules = rulesOf(css).filter((one) => one.selector.split(',').includes(selector))
    expect(rules.flatMap(({ text }) => text).some(isLiteral)).toBe(true)
    expect(rules.flatMap(({ ground }) => ground).some(isLiteral)).toBe(true)
    for (const value of rules.flatMap(({ text, ground }) => [...text, ...ground]))
      expect(isLiteral(value)).toBe(true)
  },
)

test('what a choice reveals is shown by a browser that does not know :has()', () => {
  const [before = '', after = ''] = css.split('@supports selector(:has(*)){')
  expect(after.startsWith('.govuk-radios__item:has(')).toBe(true)
  const hiding = before.match(/[^{}]*__conditional[^{}]*\{[^{}]*display:none[^{}]*\}/gu) ?? []
  // Upstream's own, for pages with its script: no page of ours has that class.
  expect(hiding.every((rule) => rule.startsWith('.govuk-frontend-supported '))).toBe(true)
})
