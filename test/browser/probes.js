// Runs in the page. Each probe answers with words, one string for each fault; none when all is well.
const TARGETS = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
const nameOf = (element) =>
  `${element.tagName.toLowerCase()} "${(element.textContent || element.name || element.id || '').trim().slice(0, 40)}"`
const isShown = (element) => {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true })
}
const isForEyes = (element) =>
  isShown(element) && !element.closest('.govuk-visually-hidden, .govuk-skip-link')
const all = (selector = 'body *') => [...document.querySelectorAll(selector)]

/** B01, WCAG 1.4.10: nothing is wider than the window, but what scrolls by itself. */
function overflowing() {
  const root = document.documentElement
  if (root.scrollWidth <= root.clientWidth) return []
  const wide = all().filter(
    (element) => isForEyes(element) && element.getBoundingClientRect().right > root.clientWidth + 1,
  )
  return [`${root.scrollWidth} px wide: ${wide.slice(0, 3).map(nameOf).join(', ')}`]
}

/** B02, WCAG 2.5.8: 24 by 24 px, or a circle of that size that touches no other; but links in a sentence. */
function smallTargets() {
  const targets = all(TARGETS)
    .filter(isForEyes)
    .map((element) => {
      const box = element.getBoundingClientRect()
      const small = box.width < 24 || box.height < 24
      return { element, box, small, x: box.x + box.width / 2, y: box.y + box.height / 2 }
    })
  return targets
    .filter(({ element, small }) => small && !isInSentence(element))
    .filter((one) => targets.some((other) => other !== one && touches(one, other)))
    .map(
      ({ element, box }) =>
        `${nameOf(element)}: ${Math.round(box.width)} x ${Math.round(box.height)}`,
    )
}

function touches(one, other) {
  if (other.small) return Math.hypot(one.x - other.x, one.y - other.y) < 24
  const { left, right, top, bottom } = other.box
  const near = (value, low, high) => Math.max(low - value, 0, value - high)
  return Math.hypot(near(one.x, left, right), near(one.y, top, bottom)) < 12
}

function isInSentence(element) {
  if (element.tagName !== 'A') return false
  const around = element.closest('p, li, dd, td, div')
  return (
    around !== null && around.textContent.trim().length > element.textContent.trim().length + 10
  )
}

const MARKS = [
  'outlineStyle',
  'outlineWidth',
  'borderTopWidth',
  'borderBottomWidth',
  'textDecorationThickness',
]
const COLOURS = [
  'outlineColor',
  'boxShadow',
  'backgroundColor',
  'color',
  'borderTopColor',
  'borderBottomColor',
]

/** How an element looks with what shows its focus: itself, or the label's drawing beside a radio. */
function lookOf(element, isForced) {
  const around = [[element], [element, '::before'], [element, '::after']]
  const next = element.nextElementSibling
  if (next) around.push([next], [next, '::before'], [next, '::after'])
  const names = isForced ? MARKS : [...MARKS, ...COLOURS]
  return JSON.stringify(
    around.map(([one, part]) => {
      const style = getComputedStyle(one, part)
      return names.map((name) => style[name])
    }),
  )
}

/** What the tab key should reach, in the order of the document: of radios the one that is checked, or the first. */
function stops() {
  const radios = (one) => all(`input[type=radio][name="${CSS.escape(one.name)}"]`)
  return all(TARGETS).filter(
    (element) =>
      element.tabIndex >= 0 &&
      isShown(element) &&
      (element.type !== 'radio' ||
        (radios(element).find(({ checked }) => checked) ?? radios(element)[0]) === element),
  )
}

let looks = new Map()
let expected = []
/** Before the first press of the tab key. Answers how many presses there should be. */
function startTabbing(isForced) {
  expected = stops()
  looks = new Map(expected.map((element) => [element, lookOf(element, isForced)]))
  return expected.length
}

/** B03, B04, B05: after the press number `at` (from 0). */
function lookAtFocus(at, isForced) {
  const element = document.activeElement
  if (element !== expected[at])
    return [`stop ${at + 1} is ${nameOf(element)}, not ${nameOf(expected[at])}`]
  const faults = []
  if (lookOf(element, isForced) === looks.get(element))
    faults.push(`${nameOf(element)} does not show its focus`)
  if (!isInSight(element)) faults.push(`${nameOf(element)} has the focus and is hidden`)
  return faults
}

function isInSight(element) {
  const { left, top, width, height } =
    element.getClientRects()[0] ?? element.getBoundingClientRect()
  return [0.5, 0.1, 0.9].some((share) => {
    const found = document.elementFromPoint(left + width * share, top + height / 2)
    return (
      found !== null &&
      (element.contains(found) || found.contains(element) || found.control === element)
    )
  })
}

const SPACED =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}'
/** B06, WCAG 1.4.12: with the spacing that a person may set, nothing is cut off. */
function cutOffWhenSpaced() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(SPACED)
  document.adoptedStyleSheets = [sheet]
  const cut = all()
    .filter(isForEyes)
    .filter((element) => !['INPUT', 'SELECT', 'TEXTAREA'].includes(element.tagName))
    .filter((element) => /hidden|clip/u.test(getComputedStyle(element).overflow))
    .filter(
      (one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1,
    )
  const faults = [...cut.map((one) => `${nameOf(one)} is cut off`), ...overflowing()]
  document.adoptedStyleSheets = []
  return faults
}

/** B07: what is printed is black or grey, and has nothing that one can only press. */
function colouredInPrint() {
  const words = all().filter(
    (element) =>
      isForEyes(element) &&
      [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim() !== ''),
  )
  const coloured = words.filter((element) => {
    const channels = getComputedStyle(element).color.match(/\d+/gu).slice(0, 3).map(Number)
    return Math.max(...channels) - Math.min(...channels) > 12
  })
  const skips = all(
    'button, .govuk-button, .govuk-skip-link, .govuk-back-link, .govuk-\\!-display-none-print',
  ).filter(isShown)
  return [
    ...coloured.map((one) => `${nameOf(one)} is printed in colour`),
    ...skips.map((one) => `${nameOf(one)} is printed`),
  ]
}

/** B08: nothing moves by itself. */
function moving() {
  return all()
    .filter((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element)
      return animationName !== 'none' || !/^0s(?:, 0s)*$/u.test(transitionDuration)
    })
    .map((element) => `${nameOf(element)} moves`)
}

function channelsIn(colour) {
  const [red, green, blue, alpha = '1'] = colour.match(/[\d.]+/gu) ?? []
  return { rgb: [red, green, blue].map(Number), isSeen: Number(alpha) > 0.9 }
}

function contrastOf(one, other) {
  const light = ({ rgb }) => {
    const [r, g, b] = rgb.map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark, pale] = [light(one), light(other)].sort((a, b) => a - b)
  return (pale + 0.05) / (dark + 0.05)
}

function groundBehind(element) {
  for (let at = element; at; at = at.parentElement) {
    const ground = channelsIn(getComputedStyle(at).backgroundColor)
    if (ground.isSeen) return ground
  }
  return channelsIn('rgb(255, 255, 255)')
}

/** B10, WCAG 1.4.11: what shows the focus has a contrast of 3 with what is around it. */
function faintFocus() {
  const element = document.activeElement
  // It is there only while it has the focus.
  if (element.matches('.govuk-skip-link')) return []
  const ground = groundBehind(element.parentElement)
  const next = element.nextElementSibling
  const drawn = [[element], [element, '::before'], ...(next ? [[next, '::before']] : [])]
  const colours = drawn.flatMap(([one, part]) => {
    const {
      boxShadow,
      backgroundColor,
      outlineColor,
      outlineStyle,
      borderTopColor,
      borderTopWidth,
    } = getComputedStyle(one, part)
    return [
      ...(boxShadow.match(/rgba?\([^)]*\)/gu) ?? []),
      ...(part ? [] : [backgroundColor]),
      ...(outlineStyle === 'none' ? [] : [outlineColor]),
      ...(borderTopWidth === '0px' ? [] : [borderTopColor]),
    ]
  })
  const best = Math.max(
    0,
    ...colours
      .map(channelsIn)
      .filter(({ isSeen }) => isSeen)
      .map((one) => contrastOf(one, ground)),
  )
  return best >= 3 ? [] : [`the focus of ${nameOf(element)} has a contrast of ${best.toFixed(2)}`]
}

/** WCAG 1.4.3, of an element as it is now: under the pointer, say. */
function faintWords(selector) {
  return all(selector)
    .filter(isForEyes)
    .flatMap((element) => {
      const found = contrastOf(channelsIn(getComputedStyle(element).color), groundBehind(element))
      return found >= 4.5
        ? []
        : [`the words of ${nameOf(element)} have a contrast of ${found.toFixed(2)}`]
    })
}

window.probes = {
  faintFocus,
  faintWords,
  overflowing,
  smallTargets,
  startTabbing,
  lookAtFocus,
  cutOffWhenSpaced,
  colouredInPrint,
  moving,
}
