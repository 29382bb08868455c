import { flawOf, wrong } from './control.ts'
import { engineWordsOf } from './engine-words.ts'
import type { Field, Flaw, Input, Json, Kind, Parsed, ShowContext, Shown, Typed } from './field.ts'
import type { KindLookup } from './required.ts'
import { hintOf, legendOf, optionsOf } from './shown.ts'

/** More boxes than this are nobody's form, where the author names no `maxItems`. */
const MOST = 50
/** Up to so many the boxes stand there at once (FORMAT.md, `several`). */
const AT_ONCE = 3

/** The press that adds a box, and the one that takes one away: each names the field, or its box. */
export const MORE = 'more'
export const LESS = 'less'

/** How many boxes there may be. */
export function mostOf({ schema }: Field): number {
  const max = schema['maxItems']
  return typeof max === 'number' ? Math.min(max, MOST) : MOST
}

/** How many stand there before anything is typed. */
function leastOf(field: Field): number {
  const most = mostOf(field)
  const min = field.schema['minItems']
  return most <= AT_ONCE ? most : Math.min(most, Math.max(1, typeof min === 'number' ? min : 1))
}

/** A few answers of one kind, one box each; what is left empty is no answer. The boxes are `field-1`, `field-2` … */
export function createSeveralKind(kindOf: KindLookup): Kind {
  const boxesOf = (field: Field, prefix: string) =>
    Array.from({ length: mostOf(field) }, (_, index) => `${prefix}-${index + 1}`)
  return {
    name: 'several',
    controls: ({ item, ...field }, prefix) =>
      item ? boxesOf(field, prefix).flatMap((box) => kindOf(item.kind).controls(item, box)) : [],
    parse: (field, input, prefix) => parseBoxes(field, input, boxesOf(field, prefix), kindOf),
    typedOf: ({ item }, value, prefix) =>
      Object.assign(
        {},
        ...listOf(value).map((one, index) =>
          item ? kindOf(item.kind).typedOf(item, one, `${prefix}-${index + 1}`) : {},
        ),
      ),
    show: (field, prefix, context) => showBoxes(field, prefix, context, kindOf),
    summarise: ({ item }, value, context) =>
      listOf(value).map((one) =>
        item ? kindOf(item.kind).summarise(item, one, context).join(', ') : String(one),
      ),
  }
}

function parseBoxes(
  field: Field,
  input: Input,
  boxes: readonly string[],
  kindOf: KindLookup,
): Parsed {
  const { item } = field
  if (!item) return { status: 'missing' }
  const values: Json[] = []
  const flaws: Flaw[] = []
  const kind = kindOf(item.kind)
  for (const box of boxes) {
    const parsed = kind.parse(item, input, box)
    if (parsed.status === 'wrong') flaws.push(...parsed.flaws)
    if (parsed.status !== 'value') continue
    const isAgain = field.schema['uniqueItems'] === true && isAmong(parsed.value, values)
    if (isAgain) flaws.push(flawOf(field, kind.controls(item, box)[0] ?? box, 'uniqueItems'))
    values.push(parsed.value)
  }
  if (flaws.length > 0) return wrong(...flaws)
  return values.length > 0 ? { status: 'value', value: values } : { status: 'missing' }
}

function isAmong(value: Json, values: readonly Json[]): boolean {
  return values.some((one) => JSON.stringify(one) === JSON.stringify(value))
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value]
}

/** The boxes in a fieldset (see `createObjectKind`), each with a button that takes it away, and one that adds another. */
function showBoxes(field: Field, prefix: string, context: ShowContext, kindOf: KindLookup): Shown {
  const hint = hintOf(field, context)
  const hintId = hint ? `${prefix}-hint` : undefined
  const least = leastOf(field)
  const most = mostOf(field)
  const count = context.fixed ? most : Math.max(least, boxesIn(context.typed, prefix))
  const words = engineWordsOf(context.language)
  const blocks = Array.from({ length: count }, (_, index) => {
    const box = `${prefix}-${index + 1}`
    const shown = showBox(field, box, index + 1, context, kindOf)
    const mayGo = !context.fixed && count > least
    return mayGo
      ? [shown, button(LESS, box, `${words.remove} ${lowered(nameOf(field))} ${index + 1}`)]
      : [shown]
  })
  const another = !context.fixed && count < most
  return {
    component: 'fieldset',
    options: optionsOf({
      role: 'group',
      legend: legendOf(field, context),
      describedBy: hintId,
      hint: hint && { id: hintId, ...hint },
      blocks: [
        ...blocks.flat(),
        ...(another ? [button(MORE, prefix, `${words.addAnother} ${lowered(nameOf(field))}`)] : []),
      ],
    }),
  }
}

function showBox(
  field: Field,
  box: string,
  number: number,
  { hint: _own, ...context }: ShowContext,
  kindOf: KindLookup,
): Shown {
  const { item } = field
  if (!item) return { component: 'fieldset', options: { blocks: [] } }
  // Which boxes are left empty is for the person: none of them says "(optional)".
  const asked = { ...item, required: true }
  const label = boxLabelOf(field, number)
  return kindOf(item.kind).show(asked, box, { ...context, label, isPageHeading: false })
}

function button(name: string, value: string, text: string): Shown {
  return { component: 'button', options: { name, value, text, classes: 'govuk-button--secondary' } }
}

/** The highest box that something was typed into, or that was there. */
function boxesIn(typed: Typed, prefix: string): number {
  const numbers = Object.keys(typed).map((control) => boxNumberOf(control, prefix))
  return Math.max(0, ...numbers)
}

/** What a box is called: "Phone number 2". */
export function boxLabelOf(field: Field, number: number): string {
  return `${nameOf(field)} ${number}`
}

/** The number of the box that a control belongs to; 0: of none of this field's. */
export function boxNumberOf(control: string, prefix: string): number {
  if (!control.startsWith(`${prefix}-`)) return 0
  return Number(/^\d+/u.exec(control.slice(prefix.length + 1))?.[0] ?? 0)
}

/** What the boxes hold with one more at the end, or with one taken out; undefined: it names no box of this field. */
export function typedAfter(
  field: Field,
  typed: Typed,
  press: { readonly more: string | null; readonly less: string | null },
  controlsOf: (box: string) => readonly string[],
): Typed | undefined {
  const count = Math.max(leastOf(field), boxesIn(typed, field.name))
  const boxes = Array.from({ length: count }, (_, index) => `${field.name}-${index + 1}`)
  if (press.more === field.name && count < mostOf(field)) {
    const added = controlsOf(`${field.name}-${count + 1}`)
    return { ...typed, ...Object.fromEntries(added.map((control) => [control, ['']])) }
  }
  const out = boxes.indexOf(press.less ?? '')
  if (out < 0) return undefined
  const kept = boxes.filter((_, index) => index !== out)
  const mine = new Set(boxes.flatMap(controlsOf))
  const others = Object.entries(typed).filter(([control]) => !mine.has(control))
  const moved = kept.flatMap((box, index) => {
    const to = controlsOf(boxes[index] ?? '')
    return controlsOf(box).map((control, at) => [to[at] ?? '', typed[control] ?? ['']] as const)
  })
  return Object.fromEntries([...others, ...moved])
}

function nameOf(field: Field): string {
  const name = field.presentation.item ?? field.item?.title ?? field.title
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

function lowered(name: string): string {
  return /^\p{Lu}[\p{Lu}\d]/u.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
