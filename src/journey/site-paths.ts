import { PROBLEMS } from './codes.ts'
import { helpWith } from './nearest.ts'
import type { ProblemKind } from './problem.ts'
import { type Node, pairOf } from './tree.ts'

/** Which paths this site answers, as far as definitions tell. */
export interface SitePaths {
  /** First parts of the service's own paths: `admin`, `account`. */
  readonly own: readonly string[]
  readonly pages: ReadonlySet<string>
  /** Journey → its steps; undefined where its flow cannot be read. */
  readonly journeys: ReadonlyMap<string, ReadonlySet<string> | undefined>
}

/** What is wrong with where a link leads. */
export interface WrongPath {
  readonly kind: ProblemKind
  readonly message: string
  readonly help: string
}

/** The steps of a flow, by id. */
function stepsIn(flow: Node | undefined): ReadonlySet<string> | undefined {
  const steps = pairOf(flow, 'steps')?.value
  return steps?.is === 'map' ? new Set(steps.pairs.map(({ key }) => key)) : undefined
}

/**
 * What is wrong with an address that leads to this site; undefined of all others. `mark`: stands in it where answers are
 * put in, so that nobody can tell where it leads. `journey`: whose page the link is on.
 */
export function wrongPath(
  address: string,
  paths: SitePaths | undefined,
  { mark, journey }: { readonly mark?: string; readonly journey?: string } = {},
): WrongPath | undefined {
  const [path = ''] = address.trim().split(/[?#]/u)
  const isElsewhere = /^(?:$|[a-z][a-z0-9+.-]*:|[/\\]{2})/iu.test(path)
  if (!paths || isElsewhere || (mark !== undefined && path.includes(mark))) return undefined
  return path.startsWith('/') ? wrongAbsolute(path, paths) : wrongRelative(path, paths, journey)
}

function wrongAbsolute(path: string, paths: SitePaths): WrongPath | undefined {
  const [first = '', second, ...more] = path.slice(1).split('/')
  if (first === 'pages') return wrongPage(second, paths)
  if (first === '' || first.includes('.') || paths.own.includes(first)) return undefined
  const steps = paths.journeys.get(first)
  if (!paths.journeys.has(first)) return unknownPath(path, first, paths)
  if (!steps || !second || second.includes('.') || more.length > 1) return undefined
  return steps.has(second)
    ? undefined
    : {
        kind: PROBLEMS.deadLink,
        message: `There is no step "${second}" in the journey "${first}".`,
        help: helpWith(second, steps, 'steps'),
      }
}

function wrongPage(id: string | undefined, { pages }: SitePaths): WrongPath | undefined {
  if (id !== undefined && pages.has(id)) return undefined
  const help = helpWith(id ?? '', pages, 'pages')
  return {
    kind: PROBLEMS.deadLink,
    message: id ? `There is no page "${id}".` : 'This path names no page.',
    help,
  }
}

function unknownPath(path: string, first: string, { journeys, own }: SitePaths): WrongPath {
  const message = `Nothing on this site is found at "${path}".`
  const known = [...journeys.keys(), 'pages', ...own.filter((one) => one === 'account')]
  const help = helpWith(first, known, 'first parts of its paths')
  return { kind: PROBLEMS.deadLink, message, help }
}

/** "www.example.com", or a step beside this one. */
function wrongRelative(
  path: string,
  { journeys }: SitePaths,
  journey: string | undefined,
): WrongPath | undefined {
  const steps = journey === undefined ? undefined : journeys.get(journey)
  if (steps?.has(path)) return undefined
  const message = `"${path}" is looked for below the page that the link is on, and is not there.`
  const help =
    'Begin it with "https://" where it is another site, and with "/" where it is this one.'
  return { kind: PROBLEMS.deadLink, message, help }
}

/** Paths by what files say: see `SitePaths`. */
export function sitePaths(
  own: readonly string[],
  pages: ReadonlySet<string>,
  flows: ReadonlyMap<string, Node | undefined>,
): SitePaths {
  return {
    own,
    pages,
    journeys: new Map([...flows].map(([id, flow]) => [id, flow && stepsIn(flow)])),
  }
}
