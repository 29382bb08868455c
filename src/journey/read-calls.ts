import { PROBLEMS } from './codes.ts'
import type { StepContext } from './flow-context.ts'
import type { ActionCall, OnOutcome } from './journey.ts'
import { helpWith, meantOf } from './nearest.ts'
import { type MapReader, readMap } from './read-map.ts'
import { readOutcome } from './read-outcome.ts'
import { readName } from './read-scalar.ts'
import { readWith } from './read-with.ts'
import type { Node } from './tree.ts'

export const CALL_SHAPE = {
  what: 'an action of "run"',
  keys: ['action', 'with', 'on'],
  required: ['action'],
} as const

/** `run`: one action with the `with` and `on` beside it, or a list of `{ action, with, on }`. */
export function readRun(
  button: MapReader,
  context: StepContext,
  journeyTakesWith = false,
): readonly ActionCall[] {
  const run = button.get('run')
  const { report } = context.reading
  if (!run) {
    if (button.has('on'))
      report(
        PROBLEMS.keysExclude,
        button.keyAt('on'),
        '"on" stands here without an action.',
        'Add "run".',
      )
    return []
  }
  if (run.is !== 'list') return readSingle(run, button, context, journeyTakesWith)
  for (const key of journeyTakesWith ? ['on'] : ['with', 'on']) {
    const help = 'Write it in the entry of the action that it belongs to.'
    if (button.has(key))
      report(
        PROBLEMS.keysExclude,
        button.keyAt(key),
        `"${key}" stands beside a list of actions.`,
        help,
      )
  }
  if (run.items.length === 0) report(PROBLEMS.wrongValue, run, 'This list of actions is empty.')
  return readCalls(run.items, context)
}

function readSingle(
  run: Node,
  button: MapReader,
  context: StepContext,
  journeyTakesWith: boolean,
): readonly ActionCall[] {
  if (run.is === 'map') return readCalls([run], context)
  const call = readCall(
    run,
    journeyTakesWith ? undefined : button.get('with'),
    button.get('on'),
    context,
  )
  if (!call) return []
  context.reading.marks.set(call, button.node)
  return [call]
}

/** A list of actions, each `{ action, with, on }` or a bare name. */
export function readCalls(items: readonly Node[], context: StepContext): readonly ActionCall[] {
  return items.flatMap((item) => {
    const map = item.is === 'map' ? readMap(item, CALL_SHAPE, context.reading.report) : undefined
    const action = map ? map.get('action') : item
    if (!action || (item.is === 'map' && !map)) return []
    const call = readCall(action, map?.get('with'), map?.get('on'), context)
    if (!call) return []
    context.reading.marks.set(call, item)
    return [call]
  })
}

function readCall(
  action: Node,
  inputs: Node | undefined,
  on: Node | undefined,
  context: StepContext,
): ActionCall | undefined {
  const { report, contracts } = context.reading
  const name = readName(action, 'an action', report)
  if (name === undefined) return undefined
  const meant = contracts.has(name) ? name : (meantOf(name, contracts.keys()) ?? name)
  const contract = contracts.get(meant)
  if (name === 'call-webhook')
    report(PROBLEMS.notSupported, action, 'The action "call-webhook" is not supported yet.')
  else if (!contracts.has(name))
    report(
      PROBLEMS.unknownAction,
      action,
      `There is no action "${name}".`,
      helpWith(name, contracts.keys(), 'actions'),
    )
  return {
    action: meant,
    with: readWith(inputs, context),
    on: readOn(on, meant, contract?.outcomes, context),
  }
}

function readOn(
  node: Node | undefined,
  action: string,
  outcomes: readonly string[] | undefined,
  context: StepContext,
): Readonly<Record<string, OnOutcome>> {
  const { report } = context.reading
  if (!node) return {}
  if (node.is !== 'map') {
    report(
      PROBLEMS.wrongType,
      node,
      'A map of outcomes was expected for "on".',
      'Write { outcome: step }.',
    )
    return {}
  }
  const entries = node.pairs.flatMap(({ key, keyAt, value }) => {
    if (outcomes && !outcomes.includes(key))
      report(
        PROBLEMS.unknownOutcome,
        keyAt,
        `The action "${action}" has no outcome "${key}".`,
        helpWith(key, outcomes, 'outcomes'),
      )
    const entry = readOutcome(value, context)
    if (entry) context.reading.marks.set(entry, value)
    const isKnown = !outcomes || outcomes.includes(key)
    const meant = isKnown ? key : (meantOf(key, outcomes) ?? key)
    return entry ? [[meant, entry] as const] : []
  })
  return Object.fromEntries(entries)
}
