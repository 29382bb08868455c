import { mixed } from '../journey/contrast.ts'
import {
  buttonHoverOf,
  type ColourName,
  DEFAULT_COLOURS,
  type Theme,
  type ThemeColours,
} from '../journey/theme.ts'

interface Rules {
  /** They are written where one of these is not as everywhere. */
  readonly of: readonly ColourName[]
  readonly css: (colours: ThemeColours) => string
}

/** Buttons in the theme's colour: others say by theirs what they do. */
const BUTTON = '.govuk-button:not(.govuk-button--secondary):not(.govuk-button--warning)'

/**
 * What stands on a ground of the theme has literal colours: a browser without custom properties shows it too. It keeps
 * the usual colours of links and focus, which it reads as literals in the other style sheet.
 */
const RULES: readonly Rules[] = [
  {
    of: ['link', 'linkHover', 'brand', 'focus', 'focusText'],
    css: ({ link, linkHover, brand, focus, focusText }) =>
      `:root{--govuk-link-colour:${link};--govuk-link-hover-colour:${linkHover};--govuk-brand-colour:${brand};--govuk-focus-colour:${focus};--govuk-focus-text-colour:${focusText}}`,
  },
  {
    of: ['header', 'headerText', 'headerLine'],
    css: ({ header, headerText, headerLine }) =>
      `.fp-header{color:${headerText};background:${header};border-bottom:${headerLine === header ? '1px' : '6px'} solid ${headerLine}}`,
  },
  {
    of: ['footer', 'footerText'],
    css: ({ footer, footerText }) =>
      `.govuk-template{background-color:${footer}}.fp-footer{color:${footerText};background:${footer}}.fp-footer .fp-footer__link:not(:focus){color:${footerText}}`,
  },
  {
    of: ['button', 'buttonText'],
    css: (colours) =>
      `${BUTTON}{color:${colours.buttonText};background-color:${colours.button}}${BUTTON}:hover{background-color:${buttonHoverOf(colours)}}${BUTTON}:not(:focus){box-shadow:0 2px 0 ${mixed(colours.button, '#000000', 0.5)}}`,
  },
]

/** The style sheet of a theme, to stand behind the one of all pages, for screens; empty where nothing differs. */
export function themeCss({ colours, logo }: Theme): string {
  const own = RULES.filter(({ of }) => of.some((name) => colours[name] !== DEFAULT_COLOURS[name]))
  const rules = own.map(({ css }) => css(colours))
  return [...rules, ...(logo && rules.length > 0 ? [logoCss(colours)] : [])].join('')
}

/** Where the system's colours are forced, a logo keeps the ground that it was drawn for. */
function logoCss({ header }: ThemeColours): string {
  return `@media (forced-colors:active){.fp-header__logo{forced-color-adjust:none;background:${header}}}`
}
