import { expect, type Page, test } from '@playwright/test'
import { seenPages, show, showSeenPages } from './seen-pages.ts'

/** Breaks each rule once. */
const WRONG = `<!doctype html><html lang="en"><title>Wrong</title><meta name="viewport" content="width=device-width">
<a href="#x" class="govuk-skip-link">Skip</a>
<p style="color: #c00; width: 900px; transition: color 1s">Red</p>
<div style="height: 20px; width: 90px; overflow: hidden">Words that fill it</div>
<button style="all: unset; display: block; width: 10px; height: 10px">A</button><button style="all: unset; display: block; width: 10px; height: 10px">B</button>
<div style="position: relative"><button>C</button><div style="position: absolute; inset: 0; background: #fff">Over it</div></div></html>`
const UNORDERED = `<!doctype html><html lang="en"><title>Wrong</title><a href="#x">First</a><a href="#y" tabindex="2">Second</a></html>`

let pages: ReadonlyMap<string, string>
test.beforeAll(async () => {
  pages = await seenPages()
  expect(pages.size).toBeGreaterThan(60)
})
test.use({ trace: 'off' })
test.setTimeout(180_000)
test.beforeEach(({ page }) =>
  showSeenPages(page, new Map([...pages, ['wrong', WRONG], ['unordered', UNORDERED]])),
)

type Probe = (page: Page) => Promise<readonly string[]>

/** Every page, and what the probe says of it. */
async function eachPage(page: Page, probe: Probe, keys = [...pages.keys()]): Promise<void> {
  const faults: string[] = []
  for (const key of keys) {
    await show(page, key)
    faults.push(...(await probe(page)).map((fault) => `${key}: ${fault}`))
  }
  expect(faults).toEqual([])
}

const ask = (page: Page, probe: string) => page.evaluate<readonly string[]>(`probes.${probe}`)
const said = (rule: string, faults: readonly string[]) => faults.map((fault) => `${rule} ${fault}`)

const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 320, height: 600 }
/** 320 px at a zoom of 125 %. */
const NARROWEST = { width: 256, height: 600 }

test('B01, B02, B06, B07, B08: each page fits in 256 px, has room to press, may be spaced, printed, and does not move', async ({
  page,
}) => {
  await eachPage(page, async () => {
    const faults = [...said('B08', await ask(page, 'moving()'))]
    await page.emulateMedia({ media: 'print' })
    faults.push(...said('B07', await ask(page, 'colouredInPrint()')))
    await page.emulateMedia({ media: 'screen' })
    faults.push(...said('B02 wide:', await ask(page, 'smallTargets()')))
    await page.setViewportSize(NARROWEST)
    faults.push(...said('B01 at 256:', await ask(page, 'overflowing()')))
    await page.setViewportSize(NARROW)
    faults.push(...said('B01 at 320:', await ask(page, 'overflowing()')))
    faults.push(...said('B02 narrow:', await ask(page, 'smallTargets()')))
    faults.push(...said('B06', await ask(page, 'cutOffWhenSpaced()')))
    await page.setViewportSize(WIDE)
    return faults
  })
})

/** In place of what people typed: words as long as the longest addresses. */
const LENGTHEN = `(() => {
  const long = 'bartholomew.featherstonehaugh-cholmondeley.and.family@mailbox.example.org'
  for (const value of document.querySelectorAll('.govuk-summary-list__value, .fp-header__button')) value.textContent = long
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) node.data = node.data.replace(/\\S+@\\S+\\w/gu, long)
})()`

test('B01: a long word that somebody typed is broken, and does not make the page wide', async ({
  page,
}) => {
  await page.setViewportSize(NARROWEST)
  await eachPage(page, async () => {
    await page.evaluate(LENGTHEN)
    return ask(page, 'overflowing()')
  })
})

async function tabThrough(page: Page, isForced: boolean): Promise<readonly string[]> {
  const count = await page.evaluate<number>(`probes.startTabbing(${isForced})`)
  const faults: string[] = []
  for (let at = 0; at < count; at += 1) {
    await page.keyboard.press('Tab')
    faults.push(...(await ask(page, `lookAtFocus(${at}, ${isForced})`)))
  }
  return faults
}

test('B03, B04, B05: the tab key reaches all in order, each shows its focus and is in sight', async ({
  page,
}) => {
  // A page with errors has all that it has without, and the links of its summary.
  const most = [...pages.keys()].filter(
    (key) => / 422/u.test(key) || !pages.has(key.replace(/ 200.*$/u, ' 422')),
  )
  expect(most.length).toBeGreaterThan(40)
  await eachPage(page, () => tabThrough(page, false), most)
})

test('B03: each shows its focus where the system’s colours are forced', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const kinds =
    /benefits 422|birth 422|vehicle\/list 200|check-answers 200|sign-in 422|authority 422|walking 422/u
  const some = [...pages.keys()].filter((key) => kinds.test(key))
  expect(some.length).toBeGreaterThan(6)
  await eachPage(page, () => tabThrough(page, true), some)
})

test('the probes find what is wrong on a page that is wrong', async ({ page }) => {
  await page.setViewportSize(NARROW)
  await show(page, 'wrong')
  await page.emulateMedia({ media: 'print' })
  expect(await ask(page, 'colouredInPrint()')).toEqual([
    'p "Red" is printed in colour',
    'a "Skip" is printed',
    'button "A" is printed',
    'button "B" is printed',
    'button "C" is printed',
  ])
  await page.emulateMedia({ media: 'screen' })
  expect((await ask(page, 'overflowing()')).join()).toContain('px wide: p "Red"')
  expect((await ask(page, 'smallTargets()')).join()).toContain('"A": 10 x 10')
  expect((await ask(page, 'cutOffWhenSpaced()')).join()).toContain('is cut off')
  expect(await ask(page, 'moving()')).toEqual(['p "Red" moves'])
  const faults = await tabThrough(page, false)
  for (const words of ['does not show its focus', 'is hidden'])
    expect(faults.join()).toContain(words)
  await show(page, 'unordered')
  expect((await tabThrough(page, false)).join()).toContain('stop 1 is a "Second", not a "First"')
})
