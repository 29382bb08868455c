import { type Colour, contrastOf, mixed } from './contrast.ts'

/** How pages of one council look: `_themes/<name>.yaml`. */
export interface Theme {
  readonly name: string
  /** The council's name: it takes the place of the site's. */
  readonly council?: string
  readonly logo?: Logo
  readonly colours: ThemeColours
  /** In the footer, behind the site's pages. */
  readonly links: readonly ThemeLink[]
}

export interface ThemeLink {
  readonly label: string
  readonly href: string
  /** The language of its words, where that is not the page's. */
  readonly foreign?: string
}

export interface Logo {
  /** Its path below the forms folder. */
  readonly file: string
  readonly type: 'image/svg+xml' | 'image/png'
  /** As it is drawn on a wide screen, in CSS pixels. */
  readonly width: number
  readonly height: number
  /** The words in the picture: it stands in place of the council's name. Left out: it stands beside it, and says nothing. */
  readonly alt?: string
}

/** What a theme may colour, and how it is where no theme says otherwise. */
export const DEFAULT_COLOURS = {
  header: '#0b0c0c',
  headerText: '#ffffff',
  headerLine: '#0b0c0c',
  footer: '#f3f3f3',
  footerText: '#0b0c0c',
  brand: '#1d70b8',
  link: '#1a65a6',
  linkHover: '#0f385c',
  button: '#0f7a52',
  buttonText: '#ffffff',
  focus: '#ffdd00',
  focusText: '#0b0c0c',
} as const satisfies Readonly<Record<string, Colour>>

export type ColourName = keyof typeof DEFAULT_COLOURS
export type ThemeColours = Readonly<Record<ColourName, Colour>>
export const COLOUR_NAMES = Object.keys(DEFAULT_COLOURS) as readonly ColourName[]

/** What forms stand on, whatever the theme. */
export const PAGE: Colour = '#ffffff'

/** All colours of a theme; those that it does not say follow from those that it does. */
export function coloursOf(said: Partial<ThemeColours>): ThemeColours {
  const { link = DEFAULT_COLOURS.link, header = DEFAULT_COLOURS.header } = said
  return {
    ...DEFAULT_COLOURS,
    headerLine: header,
    ...(said.link && { linkHover: mixed(link, '#000000', 0.4) }),
    ...said,
  }
}

/** A button under the pointer: further from the colour of its words, so that these stay as readable. */
export function buttonHoverOf({ button, buttonText }: ThemeColours): Colour {
  const isDarkGround = contrastOf(button, '#ffffff') > contrastOf(button, '#000000')
  const isPaleText = contrastOf(buttonText, '#000000') > contrastOf(buttonText, '#ffffff')
  return mixed(button, isPaleText || isDarkGround ? '#000000' : '#ffffff', 0.25)
}
