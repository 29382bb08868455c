import { PROBLEMS } from './codes.ts'
import type { StepContext } from './flow-context.ts'
import type { Link } from './journey.ts'
import type { Report } from './problem.ts'
import { handOver, readJourney } from './read-buttons.ts'
import { readCondition } from './read-condition.ts'
import { type MapReader, readList, readMap } from './read-map.ts'
import { checkStep } from './read-next.ts'
import { readName, readText } from './read-scalar.ts'
import { readPlainWords } from './read-words.ts'
import { wrongPath } from './site-paths.ts'
import { type Node, pairOf } from './tree.ts'

const TARGETS = ['to', 'journey', 'href'] as const
export const LINK_SHAPE = {
  what: 'a link',
  keys: ['label', 'when', 'with', ...TARGETS],
  required: ['label'],
} as const

/** `links`: to a step, through a journey, or away. */
export function readLinks(node: Node | undefined, context: StepContext): readonly Link[] {
  const { report, marks } = context.reading
  return readList(node, '"links"', report).flatMap((item) => {
    const map = readMap(item, LINK_SHAPE, report)
    const target = map && readTarget(map, context)
    if (!map || !target) return []
    const when = map.get('when')
    const label = readPlainWords(map.get('label'), 'the label', context.words)
    const link: Link = {
      label: label ?? { format: 'text', parts: [] },
      ...(when && { when: readCondition(when, context.condition) }),
      ...target,
    }
    marks.set(link, item)
    return [link]
  })
}

type LinkTarget =
  | { readonly to: string }
  | { readonly journey: string; readonly with: Extract<Link, { journey: string }>['with'] }
  | { readonly href: string }

function readTarget(map: MapReader, context: StepContext): LinkTarget | undefined {
  const { report } = context.reading
  const written = TARGETS.filter((key) => map.has(key))
  const [first, second] = written
  if (!first) {
    report(
      PROBLEMS.missingKey,
      map.node,
      'This link leads nowhere.',
      'Add "to: step", "journey: id" or "href: /path".',
    )
    return undefined
  }
  if (second)
    report(
      PROBLEMS.keysExclude,
      map.keyAt(second),
      `A link has either "${first}" or "${second}".`,
      'Take one away.',
    )
  if (map.has('with') && first !== 'journey')
    report(
      PROBLEMS.keysExclude,
      map.keyAt('with'),
      '"with" is for links through a journey.',
      'Take it away.',
    )
  if (first === 'href') return readHref(map.get('href'), context)
  if (first === 'journey') {
    const journey = readJourney(map.get('journey'), context)
    return journey === undefined ? undefined : { journey, with: handOver(map, journey, context) }
  }
  const node = pairOf(map.node, 'to')?.value
  const to = readName(node, 'a step', report)
  if (!node || to === undefined || !checkStep(to, node, context)) return undefined
  return { to }
}

function readHref(node: Node | undefined, { reading }: StepContext): LinkTarget | undefined {
  const href = readHrefOf(node, reading.report)
  const wrong = href && wrongPath(href, reading.paths, { journey: reading.id })
  if (node && wrong) reading.report(wrong.kind, node, wrong.message, wrong.help)
  return href === undefined ? undefined : { href }
}

/** An address that a link may have; any other is reported. */
export function readHrefOf(node: Node | undefined, report: Report): string | undefined {
  const href = readText(node, '"href"', report)
  if (!node || href === undefined) return undefined
  if (/^(?:\/(?![/\\])|https?:\/\/|mailto:|tel:)\S*$/iu.test(href) && !href.includes('{'))
    return href
  const help = 'It begins with "/", "https://", "mailto:" or "tel:".'
  report(PROBLEMS.unsafeLink, node, `"${href}" is not an address that a link may have.`, help)
  return undefined
}
