import type { Random } from '../seeded-random.ts'
import { CONDITIONS, choice, empty, number, type Sketch, STEPS, testOf, yesNo } from './sketch.ts'

export function repeats(): Sketch {
  const sketch = empty()
  const each = 5
  for (let at = 0; at < STEPS / each; at++) {
    const parts = Object.fromEntries(
      Array.from({ length: each }, (_, part) => [`p${part}`, choice(`r${at}p${part}`)]),
    )
    sketch.fields[`r${at}`] = {
      title: `List ${at}`,
      type: 'array',
      maxItems: 5,
      ...(at % 2 === 0 && { minItems: 1 }),
      items: { type: 'object', required: Object.keys(parts), properties: parts },
    }
    if (at % 2 === 1) sketch.optional.add(`r${at}`)
    for (let part = 0; part < each; part++) {
      const lines = [`repeat: r${at}`, `title: Item ${at} ${part}`, `fields: [p${part}]`]
      if (part > 0 && sketch.conditions.length < CONDITIONS && part % 2 === 0) {
        lines.push(`when: { p${part - 1}: [one, two] }`)
        sketch.conditions.push(`{ r${at}: { minItems: ${1 + (part % 3)} } }`)
      }
      sketch.steps.push([`s${at}x${part}`, ...lines])
    }
  }
  return sketch
}

/** Twenty questions on a page, each opened by one before it, on the same page or another. */
export function pages(): Sketch {
  const sketch = empty()
  for (let at = 0; at < STEPS; at++) {
    const own = Array.from({ length: at < 10 ? 20 : 1 }, (_, one) => openedEntry(one, sketch))
    const lines = [`title: Page ${at}`, `fields: [${own.join(', ')}]`]
    if (at >= 10 && sketch.conditions.length < CONDITIONS) {
      lines.push(`when: c${sketch.conditions.length}`)
      const [a, b, c] = [3 * at - 30, 2 * at, 199 - at + 10].map((one) => `f${one % 200}`)
      const both = `{ all: [{ ${c}: three }, { ${a}: four }] }`
      sketch.conditions.push(`{ any: [{ ${a}: one }, { ${b}: two }, ${both}] }`)
    }
    sketch.steps.push([`s${at}`, ...lines])
  }
  return sketch
}

function openedEntry(at: number, { fields }: Sketch): string {
  const count = Object.keys(fields).length
  const name = `f${count}`
  fields[name] = choice(name)
  return at % 2 === 1 ? `{ field: ${name}, when: { f${Math.floor(count / 2)}: one } }` : name
}

const SECTIONS = 20

export function tasks(): Sketch {
  const sketch = empty()
  const list = Array.from({ length: SECTIONS }, (_, at) => `{ section: t${at} }`)
  sketch.top.push(
    `sections: { ${Array.from({ length: SECTIONS }, (_, at) => `t${at}: Task ${at}`).join(', ')} }`,
  )
  sketch.steps.push(['tasks', 'kind: task-list', 'title: Tasks', `tasks: [${list.join(', ')}]`])
  sketch.steps.at(-1)?.push('next: check')
  for (let at = 0; at < STEPS - 1; at++) {
    const section = Math.floor((at * SECTIONS) / (STEPS - 1))
    const name = `f${at}`
    sketch.fields[name] = choice(name)
    const lines = [`section: t${section}`, `fields: [${name}]`]
    if (at % 3 === 2 && sketch.conditions.length < CONDITIONS) {
      lines.push(`when: c${sketch.conditions.length}`)
      const other = Math.floor(at / 3) * 2
      sketch.conditions.push(`{ any: [{ f${at - 1}: one }, { f${other}: two }] }`)
    }
    sketch.steps.push([`s${at}`, ...lines])
  }
  return sketch
}

export function counts(): Sketch {
  const sketch = empty()
  const half = STEPS - CONDITIONS
  for (let at = 0; at < half; at++) {
    sketch.fields[`f${at}`] = choice(`f${at}`)
    sketch.optional.add(`f${at}`)
    sketch.steps.push([`s${at}`, `fields: [f${at}]`])
  }
  for (let at = 0; at < CONDITIONS; at++) {
    const of = Array.from({ length: 40 }, (_, one) => `f${(at * 3 + one * 3) % half}`)
    sketch.conditions.push(`{ answered: { atLeast: 20, of: [${of.join(', ')}] } }`)
    sketch.steps.push([`t${at}`, `title: Enough ${at}`, 'content: Well.', `when: c${at}`])
  }
  return sketch
}

/** Conditions of random answers, joined at random. */
export function shuffled(random: Random): Sketch {
  const sketch = empty()
  const names: string[] = []
  for (let at = 0; at < STEPS; at++) {
    const name = `f${at}`
    const lines = [`fields: [${name}]`]
    sketch.fields[name] = [choice, yesNo, number][random.below(3)]?.(name) ?? {}
    if (at > 20 && at % 3 === 0 && sketch.conditions.length < CONDITIONS) {
      const tests = Array.from({ length: 2 + random.below(4) }, () => {
        const other = names[random.below(names.length)] ?? ''
        return testOf(other, sketch.fields[other] ?? {})
      })
      lines.push(`when: c${sketch.conditions.length}`)
      sketch.conditions.push(
        `{ ${random.below(2) === 0 ? 'any' : 'all'}: [${[...new Set(tests)].join(', ')}] }`,
      )
    } else names.push(name)
    sketch.steps.push([`s${at}`, ...lines])
  }
  return sketch
}
