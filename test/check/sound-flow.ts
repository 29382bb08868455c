import { ENDING } from '../format/forms-of.ts'
import type { Random } from './seeded-random.ts'

/** A journey that is sound because of how it was made: only what is always answered decides, and only once. */
export interface SoundFlow {
  readonly flow: string
  readonly schema: object
  /** Single mistakes, each with what stands there instead and what they are. */
  readonly mistakes: readonly FlowMistake[]
}

export interface FlowMistake {
  readonly from: string
  readonly to: string
  readonly code: string
}

/** Fields that are answered by whoever comes to a place and that have decided nothing yet. */
type Known = readonly string[]

interface Making {
  readonly random: Random
  readonly fields: Record<string, object>
  readonly required: string[]
  /** Lines of the steps. */
  readonly lines: string[]
  readonly mistakes: FlowMistake[]
  count: number
}

const OPTIONS = ['one', 'two', 'three']

export function soundFlow(random: Random): SoundFlow {
  const making: Making = { random, fields: {}, required: [], lines: [], mistakes: [], count: 0 }
  blocks(3 + random.below(3), 2, [], '', making)
  const { fields, required, lines, mistakes } = making
  return {
    flow: `title: Made at random\nsteps:\n${lines.join('\n')}${ENDING}`,
    schema: { type: 'object', properties: fields, required },
    mistakes,
  }
}

/** Some blocks one after the other; `when`: the line that all their steps have. Answers with what is known behind them. */
function blocks(count: number, depth: number, known: Known, when: string, making: Making): Known {
  let now = known
  for (let at = 0; at < count; at++) now = block(depth, now, when, making)
  return now
}

function block(depth: number, known: Known, when: string, making: Making): Known {
  const { random } = making
  const [field, ...rest] = known
  const kinds = [ask, ask, askOpened, again, items]
  if (field === undefined || depth === 0) return kinds[random.below(5)]?.(known, when, making) ?? []
  switch (random.below(8)) {
    case 0:
    case 1:
      return skipped(field, depth, rest, when, making)
    case 2:
    case 3:
      return parted(field, depth, rest, when, making)
    default:
      return kinds[random.below(5)]?.(known, when, making) ?? []
  }
}

function step(lines: readonly string[], when: string, making: Making): string {
  const id = `s${making.count++}`
  making.lines.push(`  ${id}:`, `    title: Step ${id}`, ...lines.map((one) => `    ${one}`))
  if (when !== '') making.lines.push(`    ${when}`)
  return id
}

function field(schema: object, isRequired: boolean, { fields, required, count }: Making): string {
  const name = `f${count}x${Object.keys(fields).length}`
  fields[name] = { title: `Question ${name}`, ...schema }
  if (isRequired) required.push(name)
  return name
}

const CHOICE = { enum: OPTIONS }
const NUMBER = { type: 'integer', minimum: 0, maximum: 120 }

/** A page with a question that may decide something later, and others. */
function ask(known: Known, when: string, making: Making): Known {
  const { random } = making
  const decides = field(CHOICE, true, making)
  const others = [
    { type: 'boolean' },
    { type: 'string', format: 'date' },
    { type: 'string', maxLength: 40, field: { subject: 'other' } },
    { type: 'array', items: { enum: OPTIONS } },
    NUMBER,
  ]
    .filter(() => random.below(3) === 0)
    .map((schema) => field(schema, random.below(2) === 0, making))
  const words = known.length > 0 ? [`content: You said {${known[0]}}.`] : []
  step([`fields: [${[decides, ...others].join(', ')}]`, ...words], when, making)
  return [...known, decides]
}

/** A question that another one on the page opens, and a check. */
function askOpened(known: Known, when: string, making: Making): Known {
  const opens = field({ type: 'boolean' }, true, making)
  const opened = field(NUMBER, true, making)
  const number = field(NUMBER, making.random.below(2) === 0, making)
  const entry = `{ field: ${opened}, when: { ${opens}: true } }`
  const check = `{ must: { ${number}: { maximum: ${making.random.below(100) + 1} } }, error: Too much }`
  step([`fields: [${opens}, ${entry}, ${number}]`, `checks: [${check}]`], when, making)
  making.mistakes.push(
    { from: `{ ${opens}: true }`, to: `{ ${opens}: yes }`, code: 'FP0501' },
    { from: `must: { ${number}: `, to: `must: { ${number}s: `, code: 'FP0302' },
  )
  return known
}

/** A page that leads back to one before it until all is right. */
function again(known: Known, when: string, making: Making): Known {
  const first = `s${making.count}`
  const now = ask(known, when, making)
  const right = field({ type: 'boolean' }, true, making)
  const next = `s${making.count + 1}`
  step(
    [`fields: [${right}]`, `next: [{ when: { ${right}: false }, to: ${first} }, { to: ${next} }]`],
    when,
    making,
  )
  step(['content: Well.'], when, making)
  making.mistakes.push(
    { from: `, { to: ${next} }]`, to: ']', code: 'FP0808' },
    { from: `{ ${right}: false }`, to: `{ ${right}: { minimum: 2 } }`, code: 'FP0502' },
    { from: `{ to: ${next} }`, to: `{ to: ${next}x }`, code: 'FP0301' },
  )
  return now
}

/** Things of one kind, one after the other. */
function items(known: Known, when: string, making: Making): Known {
  const list = field(
    {
      type: 'array',
      minItems: making.random.below(2),
      maxItems: 4,
      items: {
        type: 'object',
        required: ['make'],
        properties: { make: { type: 'string', title: 'Make', field: { subject: 'other' } } },
      },
    },
    false,
    making,
  )
  step([`repeat: ${list}`, 'fields: [make]'], when, making)
  return known
}

/** Pages for those who chose one thing. */
function skipped(decides: string, depth: number, rest: Known, when: string, making: Making): Known {
  if (when !== '') return ask(rest, when, making)
  const line = `when: { ${decides}: ${OPTIONS[making.random.below(3)]} }`
  const before = making.count
  blocks(1 + making.random.below(2), depth - 1, [], line, making)
  if (making.count > before)
    making.mistakes.push(
      { from: line, to: line.replace(/: \w+ \}$/u, ': four }'), code: 'FP0501' },
      { from: line, to: line.replace('when:', 'wen:'), code: 'FP0201' },
    )
  return rest
}

/** Ways that part and meet again, with a default or without. */
function parted(decides: string, depth: number, rest: Known, when: string, making: Making): Known {
  if (when !== '') return ask(rest, when, making)
  const { random } = making
  const at = making.lines.length
  const id = step(['content: Well.'], '', making)
  const lanes: { first: string; last: number }[] = []
  for (let lane = 0; lane < 3; lane++) {
    const first = `s${making.count}`
    blocks(1 + random.below(2), depth - 1, [], '', making)
    step([`content: The last of ${first}.`], '', making)
    lanes.push({ first, last: making.lines.length })
  }
  const meet = `s${making.count}`
  step(['content: Met.'], '', making)
  const hasDefault = random.below(2) === 0
  const list = lanes.map(({ first }, lane) =>
    lane === 2 && hasDefault
      ? `{ to: ${first} }`
      : `{ when: { ${decides}: ${OPTIONS[lane]} }, to: ${first} }`,
  )
  // From the end, so that places before stay.
  for (const { last } of lanes.toReversed()) making.lines.splice(last, 0, `    next: ${meet}`)
  const own = making.lines.indexOf(`  ${id}:`, at)
  making.lines.splice(own + 3, 0, `    next: [${list.join(', ')}]`)
  making.mistakes.push(
    { from: `, ${list[2]}]`, to: ']', code: 'FP0808' },
    { from: `${list[0]}, `, to: `{ to: ${lanes[0]?.first} }, `, code: 'FP0805' },
    { from: `to: ${lanes[1]?.first} }`, to: `to: ${lanes[0]?.first} }`, code: 'FP0801' },
  )
  return rest
}
