import { expect, type Page, test } from '@playwright/test'
import { faintIn } from './axe.ts'
import { show, showSeenPages } from './seen-pages.ts'
import { type ThemedPages, themedPages } from './themed-pages.ts'

const ask = (page: Page, probe: string) => page.evaluate<readonly string[]>(`probes.${probe}`)

test.use({ trace: 'off' })
test.setTimeout(180_000)

/** What a browser of 2014 keeps: no custom properties, and nothing that is made of them. */
function withoutCustomProperties(css: string): string {
  return css.replace(/(?<=[{;])[^;{}]*(?:var\(|--[\w-]+:)[^;{}]*;?/gu, '')
}

for (const theme of ['neutral', 'moorland', 'harbour'])
  test.describe(`the theme ${theme}`, () => {
    let themed: ThemedPages
    test.beforeAll(async () => {
      themed = await themedPages(theme)
      expect(themed.pages.size).toBeGreaterThan(20)
      expect(themed.files.size).toBe(theme === 'neutral' ? 0 : 2)
    })

    const keysOf = (kinds: RegExp) => {
      const keys = [...themed.pages.keys()].filter((key) => kinds.test(key))
      expect(keys.length).toBeGreaterThan(2)
      return keys
    }

    async function faults(
      page: Page,
      keys: Iterable<string>,
      probe: () => Promise<readonly string[]>,
    ) {
      const found: string[] = []
      for (const key of keys) {
        await show(page, key)
        found.push(...(await probe()).map((fault) => `${key}: ${fault}`))
      }
      return found
    }

    test('B10: has words that everybody can read, on every page', async ({ page }) => {
      await showSeenPages(page, themed.pages, themed)
      const measured = () =>
        ask(page, "faintWords('p, h1, h2, li, dt, dd, a, label, legend, button')")
      expect(await faults(page, themed.pages.keys(), measured)).toEqual([])
      const some = keysOf(
        /(?:birth|vehicle|list|walking) 422|(?:start|check-answers|done|list) 200/u,
      )
      expect(await faults(page, some, () => faintIn(page))).toEqual([])
    })

    test('B10: has words that everybody can read in a browser without custom properties, and errors in red', async ({
      page,
    }) => {
      await showSeenPages(page, themed.pages, { ...themed, reads: withoutCustomProperties })
      const some = keysOf(
        /birth 422|applicant 422|walking 422|done 200|check-answers 200|start 200/u,
      )
      expect(await faults(page, some, () => faintIn(page))).toEqual([])
      await show(page, keysOf(/name 422|birth 422|applicant 422/u)[0] ?? '')
      const red = 'rgb(202, 53, 53)'
      await expect(page.locator('.govuk-error-message').first()).toHaveCSS('color', red)
      await expect(page.locator('.govuk-error-summary')).toHaveCSS('border-top-color', red)
      await expect(page.locator('.govuk-form-group--error').first()).toHaveCSS(
        'border-left-color',
        red,
      )
    })

    test('B03, B10: shows the focus on its grounds, of colours and of the system’s', async ({
      page,
    }) => {
      await showSeenPages(page, themed.pages, themed)
      const some = keysOf(/birth 422|vehicle\/list 200|check-answers 200|start 200/u)
      for (const isForced of [false, true]) {
        await page.emulateMedia({ forcedColors: isForced ? 'active' : 'none' })
        const found = await faults(page, some, async () => {
          const count = await page.evaluate<number>(`probes.startTabbing(${isForced})`)
          const seen: string[] = []
          for (let at = 0; at < count; at += 1) {
            await page.keyboard.press('Tab')
            seen.push(...(await ask(page, `lookAtFocus(${at}, ${isForced})`)))
            if (!isForced) seen.push(...(await ask(page, 'faintFocus()')))
          }
          return seen
        })
        expect(found).toEqual([])
      }
    })

    test('keeps its words readable under the pointer', async ({ page }) => {
      await showSeenPages(page, themed.pages, themed)
      await show(page, keysOf(/ 200/u)[0] ?? '')
      for (const part of [
        '.govuk-button',
        '.fp-footer__link',
        '.fp-languages__link',
        '.fp-header a',
      ]) {
        await page.locator(part).first().hover()
        expect(await ask(page, `faintWords('${part}')`)).toEqual([])
      }
    })

    test('B01, B02, B06, B07: fits in 256 px, has room to press, may be spaced and printed', async ({
      page,
    }) => {
      await showSeenPages(page, themed.pages, themed)
      const some = keysOf(/birth 422|check-answers 200|start 200|done 200/u)
      const found = await faults(page, some, async () => {
        await page.emulateMedia({ media: 'print' })
        const inPrint = await ask(page, 'colouredInPrint()')
        await page.emulateMedia({ media: 'screen' })
        await page.setViewportSize({ width: 256, height: 600 })
        const narrow = [
          ...(await ask(page, 'overflowing()')),
          ...(await ask(page, 'smallTargets()')),
        ]
        const spaced = await ask(page, 'cutOffWhenSpaced()')
        await page.setViewportSize({ width: 1280, height: 800 })
        return [...inPrint, ...narrow, ...spaced]
      })
      expect(found).toEqual([])
    })
  })

test('the probes find colours that cannot be told apart', async ({ page }) => {
  const wrong = `<!doctype html><html lang="en"><title>Wrong</title><body style="background:#7a1240;color:#a05070"><p>Faint</p>
<style>button:focus{outline:3px solid #a05070}button{background:#7a1240;color:#fff;border:0}</style><button>A</button></body></html>`
  await showSeenPages(page, new Map([['wrong', wrong]]))
  await show(page, 'wrong')
  expect((await faintIn(page)).join()).toMatch(/^p: /u)
  expect((await ask(page, "faintWords('p')")).join()).toContain('p "Faint"')
  await page.keyboard.press('Tab')
  expect((await ask(page, 'faintFocus()')).join()).toContain('button "A"')
})
