import { PROBLEMS } from './codes.ts'
import { type MarkdownFile, readMarkdownFile } from './front-matter.ts'
import type { Report } from './problem.ts'
import { readJson } from './read-json.ts'
import { readYaml } from './read-yaml.ts'
import type { Node, Source } from './tree.ts'

/** The files of a definition, by path relative to the forms folder (`blue-badge/flow.yaml`). */
export interface FormsFiles {
  /** What stands before a path when a problem names it: `forms/`. */
  readonly shown: string
  readonly texts: ReadonlyMap<string, string>
  /** Pictures of themes, by path. */
  readonly images?: ReadonlyMap<string, Uint8Array>
  /** These are the kept files of one journey: others that it names, and pages, were there when it was kept. */
  readonly kept?: boolean
}

/** Reads files of one journey, and remembers which: they are what its hash covers. */
export interface FileReader {
  source(path: string): Source | undefined
  /** A `.json` or YAML file as a tree; read once. */
  tree(path: string): Node | undefined
  /** A Markdown file: its front matter and what stands below. */
  markdown(path: string): MarkdownFile | undefined
  readonly used: ReadonlySet<string>
  /** A file that is not there, for a problem to point at. */
  absent(path: string): Source
  /** Paths below a folder, without it. */
  list(folder: string): readonly string[]
}

export function createFileReader(files: FormsFiles, report: Report): FileReader {
  const used = new Set<string>()
  const trees = new Map<string, Node | undefined>()
  const source = (path: string): Source | undefined => {
    const text = files.texts.get(path)
    if (text === undefined) return undefined
    used.add(path)
    return { file: `${files.shown}${path}`, path, text }
  }
  return {
    source,
    used,
    absent: (path) => ({ file: `${files.shown}${path}`, path, text: '' }),
    tree: (path) => {
      if (trees.has(path)) return trees.get(path)
      const found = source(path)
      const tree = found && treeOf(found, files, report)
      trees.set(path, tree)
      return tree
    },
    markdown: (path) => {
      const found = source(path)
      return found && readMarkdownFile(found, report)
    },
    list: (folder) =>
      [...files.texts.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1))
        .sort(),
  }
}

/** What a file came to: its tree, and what was said of it. */
interface Parsed {
  readonly text: string
  readonly tree: Node | undefined
  readonly said: readonly Parameters<Report>[]
}

/** A folder's files are read for each journey and each language, and by those who only look: parsed once for all of them. */
const parsed = new WeakMap<FormsFiles, Map<string, Parsed>>()

function treeOf(source: Source, files: FormsFiles, report: Report): Node | undefined {
  const known = parsed.get(files) ?? new Map<string, Parsed>()
  parsed.set(files, known)
  const found = known.get(source.path)
  const one = found?.text === source.text ? found : parse(source)
  known.set(source.path, one)
  for (const said of one.said) report(...said)
  return one.tree
}

const EMPTY = PROBLEMS.missingFile

/** Files of which everything can be left out, and so all of it. */
function mayBeEmpty({ path }: Source): boolean {
  return /^_site\.yaml$|\/(?:admin|scenarios)\.yaml$|locales\/\w+\.yaml$/u.test(path)
}

function parse(source: Source): Parsed {
  const said: Parameters<Report>[] = []
  const read = source.path.endsWith('.json') ? readJson : readYaml
  const tree = read(source, (...words) => void said.push(words))
  const isLeftOut = !tree && mayBeEmpty(source) && said.every(([kind]) => kind === EMPTY)
  return { text: source.text, tree, said: isLeftOut ? [] : said }
}
