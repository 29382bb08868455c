import { PROBLEMS } from './codes.ts'
import { type Colour, readColour } from './contrast.ts'
import { helpWith } from './nearest.ts'
import type { Report } from './problem.ts'
import { readHrefOf } from './read-links.ts'
import { readLogo } from './read-logo.ts'
import { type MapReader, readList, readMap } from './read-map.ts'
import { readText } from './read-scalar.ts'
import type { FileReader, FormsFiles } from './source.ts'
import {
  COLOUR_NAMES,
  type ColourName,
  coloursOf,
  type Logo,
  type Theme,
  type ThemeColours,
  type ThemeLink,
} from './theme.ts'
import { checkContrast } from './theme-contrast.ts'
import type { Node } from './tree.ts'

/** Where themes are, below the forms folder. */
export const THEMES = '_themes'

const SHAPE = { what: 'a theme', keys: ['council', 'logo', 'colours', 'links'] }
const LOGO = { what: 'the logo', keys: ['file', 'alt'], required: ['file'] }
const LINK = { what: 'a link', keys: ['label', 'href'], required: ['label', 'href'] }
const COLOURS = { what: 'the colours', keys: COLOUR_NAMES }

/** All themes, by name; what is wrong with one is reported. `retold`: its tree in another language. */
export function readThemes(
  reader: FileReader,
  images: FormsFiles['images'],
  report: Report,
  retold: (name: string, tree: Node) => Node = (_name, tree) => tree,
): ReadonlyMap<string, Theme> {
  return new Map(
    themeNames(reader).flatMap((name) => {
      const tree = reader.tree(`${THEMES}/${name}.yaml`)
      const theme = tree && readTheme(name, retold(name, tree), { images, report, reader })
      return theme ? [[name, theme] as const] : []
    }),
  )
}

export function themeNames(reader: FileReader): readonly string[] {
  return reader.list(THEMES).flatMap((path) => /^([^/]+)\.yaml$/u.exec(path)?.[1] ?? [])
}

interface ThemeReading {
  readonly images: FormsFiles['images']
  readonly report: Report
  readonly reader: FileReader
}

function readTheme(name: string, tree: Node, reading: ThemeReading): Theme | undefined {
  const { report } = reading
  const map = readMap(tree, SHAPE, report)
  if (!map) return undefined
  const council = readText(map.get('council'), 'the name of the council', report)
  const logo = readLogoOf(map, reading)
  const links = readList(map.get('links'), '"links"', report).flatMap((node) =>
    readLink(node, report),
  )
  const colours = readColours(map.get('colours'), report)
  return {
    name,
    ...(council !== undefined && { council }),
    ...(logo && { logo }),
    colours,
    links,
  }
}

function readLogoOf(map: MapReader, { images, report, reader }: ThemeReading): Logo | undefined {
  const node = map.get('logo')
  const own = node && readMap(node, LOGO, report, map.keyAt('logo'))
  const at = own?.get('file')
  const file = readText(at, 'the file of the logo', report)
  const alt = readText(own?.get('alt'), 'the words in the logo', report)
  // Of files that were read without their pictures nobody can tell.
  if (!at || file === undefined || !images) return undefined
  const path = `${THEMES}/${file}`
  const bytes = images.get(path)
  if (!bytes) {
    const there = [...images.keys()].map((one) => one.slice(THEMES.length + 1))
    const message = `There is no picture "${file}" beside the theme.`
    const help = `Put it at ${reader.absent(path).file}, as SVG or PNG. ${helpWith(file, there, 'pictures there')}`
    report(PROBLEMS.missingFile, at, message, help)
    return undefined
  }
  const picture = readLogo(bytes, at, report)
  return picture && { file: path, ...picture, ...(alt !== undefined && { alt }) }
}

function readLink(node: Node, report: Report): readonly ThemeLink[] {
  const map = readMap(node, LINK, report)
  const label = readText(map?.get('label'), 'the words of the link', report)
  const href = readHrefOf(map?.get('href'), report)
  return label !== undefined && href !== undefined ? [{ label, href }] : []
}

function readColours(node: Node | undefined, report: Report): ThemeColours {
  const map = node && readMap(node, COLOURS, report)
  if (!map) return coloursOf({})
  const said: Partial<Record<ColourName, Colour>> = {}
  for (const name of COLOUR_NAMES) {
    const colour = readColourAt(map.get(name), name, report)
    if (colour) said[name] = colour
  }
  checkContrast(said, (name) => map.get(name), report)
  return coloursOf(said)
}

function readColourAt(
  node: Node | undefined,
  name: ColourName,
  report: Report,
): Colour | undefined {
  if (!node) return undefined
  // YAML reads `link: #1a65a6` as nothing, and a comment. What is nothing stands where its key does.
  const comment = /^:?[^\S\n]*(#[0-9a-f]{3,6})\b/iu.exec(node.source.text.slice(node.end))?.[1]
  if (node.is === 'scalar' && node.value === null && comment !== undefined) {
    const message = `YAML reads ${comment} as a comment, and "${name}" has no colour.`
    report(PROBLEMS.needsQuotes, node, message, `Put quotes around it: ${name}: "${comment}"`)
    return undefined
  }
  const text = readText(node, `"${name}"`, report)
  if (text === undefined) return undefined
  const colour = readColour(text)
  if (!colour)
    report(
      PROBLEMS.wrongValue,
      node,
      `"${text}" is not a colour whose contrast can be measured.`,
      'Write it like "#1d4f91".',
    )
  return colour
}
