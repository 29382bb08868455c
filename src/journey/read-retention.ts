import { PROBLEMS } from './codes.ts'
import type { Admin, Retention } from './journey.ts'
import { helpWith } from './nearest.ts'
import { readMap } from './read-map.ts'
import { readTime, readWord } from './read-scalar.ts'
import type { Reading } from './reading.ts'
import type { Node } from './tree.ts'

export const RETENTION_ENDS = ['delete', 'anonymise'] as const
export const RETENTION_SHAPE = {
  what: 'a retention',
  keys: ['after', 'then'],
  required: ['after'],
} as const

/** `retention`: status → how long a case is kept in it, and what becomes of it then: `2 years`, or `{ after, then }`. */
export function readRetention(
  node: Node | undefined,
  statuses: Admin['statuses'],
  { report }: Reading,
): Admin['retention'] {
  if (!node) return {}
  if (node.is !== 'map') {
    const help = 'Write { closed: 2 years }.'
    report(PROBLEMS.wrongType, node, 'A map of times by status was expected for "retention".', help)
    return {}
  }
  const entries = node.pairs.flatMap(({ key, keyAt, value }) => {
    if (!Object.hasOwn(statuses, key)) {
      const help = helpWith(key, Object.keys(statuses), 'statuses')
      report(PROBLEMS.unknownStatus, keyAt, `There is no status "${key}".`, help)
    }
    const rule = readRule(value, report)
    return rule ? [[key, rule] as const] : []
  })
  return Object.fromEntries(entries)
}

/** A time alone deletes. */
function readRule(node: Node, report: Reading['report']): Retention | undefined {
  const map = node.is === 'map' ? readMap(node, RETENTION_SHAPE, report) : undefined
  const [time, word] = node.is === 'list' ? node.items : [map?.get('after'), map?.get('then')]
  const after = readTime(node.is === 'scalar' ? node : time, '"retention"', report)
  const then = readWord(word, RETENTION_ENDS, 'what becomes of a case', report) ?? 'delete'
  return after === undefined ? undefined : { after, then }
}
