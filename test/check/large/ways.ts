import type { Random } from '../seeded-random.ts'
import { CONDITIONS, choice, empty, number, type Sketch, STEPS, testOf, yesNo } from './sketch.ts'

/** Each step may lead past the next ones, on the answer of its own or of one some steps before it. */
export function chain(random: Random): Sketch {
  const sketch = empty()
  for (let at = 0; at < STEPS; at++) {
    const name = `f${at}`
    sketch.fields[name] = [choice, yesNo, number][at % 3]?.(name) ?? {}
    sketch.steps.push([`s${at}`, `fields: [${name}]`])
    if (at % 3 !== 0 || sketch.conditions.length >= CONDITIONS || at > STEPS - 6) continue
    // Of a step that nobody passes by.
    const other = `f${Math.max(0, at - 3 * random.below(8))}`
    const named = `c${sketch.conditions.length}`
    sketch.conditions.push(
      other === name || random.below(2) === 0
        ? testOf(name, sketch.fields[name] ?? {})
        : `{ any: [${testOf(name, sketch.fields[name] ?? {})}, ${testOf(other, sketch.fields[other] ?? {})}] }`,
    )
    sketch.steps.at(-1)?.push(`next: [{ when: ${named}, to: s${at + 3} }, { to: s${at + 1} }]`)
  }
  return sketch
}

/** Sixty questions, then sixty that they open one by one, then pages for who gave both answers. */
export function pairs(): Sketch {
  const sketch = empty()
  for (let at = 0; at < CONDITIONS; at++) {
    sketch.fields[`f${at}`] = choice(`f${at}`)
    sketch.steps.push([`s${at}`, `fields: [f${at}]`])
  }
  for (let at = 0; at < CONDITIONS; at++) {
    sketch.fields[`g${at}`] = choice(`g${at}`)
    sketch.conditions.push(`{ f${at}: one }`)
    sketch.steps.push([`t${at}`, `when: c${at}`, `fields: [g${at}]`])
  }
  for (let at = 0; sketch.steps.length < STEPS; at++)
    sketch.steps.push([
      `u${at}`,
      `title: Both ${at}`,
      'content: Well.',
      at < CONDITIONS ? `when: { g${at}: two }` : 'caption: Last',
    ])
  return sketch
}

/** Conditions over thirty pairs of answers, in an order in which partners are far from each other. */
export function crossed(): Sketch {
  const sketch = empty()
  const half = STEPS / 2 - CONDITIONS / 2
  for (let at = 0; at < 2 * half; at++) {
    sketch.fields[`f${at}`] = choice(`f${at}`)
    sketch.steps.push([`s${at}`, `fields: [f${at}]`])
  }
  for (let at = 0; at < CONDITIONS; at++) {
    const list = Array.from({ length: 30 }, (_, one) => {
      const first = (at + one) % half
      return `{ all: [{ f${first}: one }, { f${first + half}: two }] }`
    })
    sketch.conditions.push(`{ any: [${list.join(', ')}] }`)
    sketch.steps.push([`t${at}`, `title: Crossed ${at}`, 'content: Well.', `when: c${at}`])
  }
  return sketch
}

const LANES = 12

export function lanes(random: Random): Sketch {
  const sketch = empty()
  const options = Array.from({ length: LANES }, (_, at) => `lane-${at}`)
  sketch.fields['lane'] = { title: 'Which lane?', enum: options }
  const targets = options.map((one, at) => `{ when: { lane: ${one} }, to: l${at}x0 }`)
  sketch.steps.push(['lane', 'fields: [lane]', `next: [${targets.join(', ')}]`])
  const length = Math.floor((STEPS - 1 - 7) / LANES)
  for (let lane = 0; lane < LANES; lane++)
    for (let at = 0; at < length; at++) sketch.steps.push(laneStep(lane, at, sketch, random))
  for (let lane = 0; lane < LANES; lane++) sketch.steps[(lane + 1) * length]?.push('next: met')
  sketch.steps.push(['met', 'title: Met', 'content: All of you.'])
  for (let at = 0; sketch.steps.length < STEPS; at++) {
    const known = `c${at % sketch.conditions.length}`
    sketch.steps.push([`m${at}`, `title: Met ${at}`, 'content: Well.', `when: ${known}`])
  }
  return sketch
}

function laneStep(lane: number, at: number, sketch: Sketch, random: Random): [string, ...string[]] {
  const name = `l${lane}x${at}`
  sketch.fields[name] = at % 2 === 0 ? choice(name) : number(name)
  if (at === 0 || at % 3 !== 0 || sketch.conditions.length >= CONDITIONS)
    return [name, `fields: [${name}]`]
  const other = `l${lane}x${random.below(at)}`
  sketch.conditions.push(testOf(other, sketch.fields[other] ?? {}))
  return [name, `fields: [${name}]`, `when: c${sketch.conditions.length - 1}`]
}

/** Pages that ask whether all is right, and lead back where it is not. */
export function loops(random: Random): Sketch {
  const sketch = empty()
  for (let at = 0; at < STEPS; at++) {
    const name = `f${at}`
    sketch.fields[name] = at % 4 === 3 ? yesNo(name) : choice(name)
    const lines = [`fields: [${name}]`]
    if (at % 4 === 3 && at + 1 < STEPS)
      lines.push(`next: [{ when: { ${name}: false }, to: s${at - 3} }, { to: s${at + 1} }]`)
    else if (at > 8 && sketch.conditions.length < CONDITIONS && at % 4 === 1) {
      const other = 4 * random.below(Math.floor(at / 4))
      lines.push(`when: c${sketch.conditions.length}`)
      sketch.conditions.push(`{ any: [{ f${other}: one }, { f${at - 1}: two }] }`)
    }
    sketch.steps.push([`s${at}`, ...lines])
  }
  // The rest are tried where a question is asked again.
  for (let at = 9; sketch.conditions.length < CONDITIONS; at += 4) {
    sketch.steps[at + 1]?.push(`when: c${sketch.conditions.length}`)
    sketch.conditions.push(`{ any: [{ f${at - 1}: three }, { f${at - 5}: four }] }`)
  }
  return sketch
}
