import { readDraftMessage } from './draft-messages.ts'
import type { StepContext } from './flow-context.ts'
import type { DraftRule, InvitationRule, Step } from './journey.ts'
import { readList, readMap } from './read-map.ts'
import { readFact } from './read-requires.ts'
import { readBoolean, readName, readTime, readWord } from './read-scalar.ts'
import type { Node } from './tree.ts'

const DAY = 24 * 60 * 60 * 1000
const HOUR = 60 * 60 * 1000

export const DRAFT_SHAPE = {
  what: '"draft"',
  keys: ['owner', 'keep', 'saved', 'reminder'],
} as const

/** `draft`: who owns answers so far, and how long they are kept. */
export function readDraft(
  node: Node | undefined,
  steps: readonly Step[],
  { reading }: StepContext,
): DraftRule {
  const { report } = reading
  const map = node && readMap(node, DRAFT_SHAPE, report)
  const signsIn = steps.some((step) => step.requires.some(({ fact }) => fact === 'signed-in'))
  const owner =
    readWord(map?.get('owner'), ['session', 'account'], '"owner"', report) ??
    (signsIn ? 'account' : 'session')
  const saved = readDraftMessage(map?.get('saved'), owner, reading)
  const reminder = readDraftMessage(map?.get('reminder'), owner, reading)
  const rule: DraftRule = {
    owner,
    keep: readTime(map?.get('keep'), '"keep"', report) ?? (owner === 'account' ? 90 * DAY : HOUR),
    ...(saved !== undefined && { saved }),
    ...(reminder !== undefined && { reminder }),
  }
  if (map) reading.marks.set(rule, map.node)
  return rule
}

export const INVITATION_SHAPE = {
  what: '"invitation"',
  keys: ['carries', 'binds', 'needed', 'keep'],
  required: ['carries', 'binds'],
} as const

/** `invitation`: what links to the journey carry, and the fact that binds one to an account. */
export function readInvitation(
  node: Node | undefined,
  context: StepContext,
): InvitationRule | undefined {
  const { report } = context.reading
  const map = node && readMap(node, INVITATION_SHAPE, report)
  if (!map) return undefined
  return {
    carries: invitationKeys(map.get('carries'), context),
    binds: readFact(map.get('binds'), context) ?? '',
    needed: readBoolean(map.get('needed'), '"needed"', report) ?? false,
    keep: readTime(map.get('keep'), '"keep"', report) ?? 30 * DAY,
  }
}

function invitationKeys(node: Node | undefined, { reading }: StepContext): readonly string[] {
  const names = readList(node, '"carries"', reading.report).map((item) =>
    readName(item, 'a name', reading.report),
  )
  return names.filter((name) => name !== undefined)
}
