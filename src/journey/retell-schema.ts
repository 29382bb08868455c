import type { Reading } from './reading.ts'
import { keywordsOf } from './resolve-ref.ts'
import { type Retell, withEach, withItems, withValues } from './retold.ts'
import { jsonOf, type ListNode, type MapNode, type Node, pairOf } from './tree.ts'

/** Deeper than this no schema is read. */
const DEEPEST = 5

/** The tree of schema.json with all words of its fields told anew, `$ref` followed: keys `schema.<field>.…`. */
export function retellSchema(tree: Node, retell: Retell, reading: Reading): Node {
  if (tree.is !== 'map') return tree
  return withValues(tree, {
    properties: (node) =>
      withEach(node, (name, field) => retellField(`schema.${name}`, field, { retell, reading })),
  })
}

/** The `$defs` of a file of `_shared`: keys `shared.<file>.<name>.…`. */
export function retellDefs(file: string, tree: Node, retell: Retell, reading: Reading): Node {
  if (tree.is !== 'map') return tree
  return withValues(tree, {
    $defs: (node) =>
      withEach(node, (name, def) =>
        retellField(`shared.${file}.${name}`, def, { retell, reading }),
      ),
  })
}

interface Telling {
  readonly retell: Retell
  readonly reading: Reading
}

/** Words of the `field` keyword; the others hold no words. */
const FIELD_WORDS = ['short', 'item', 'itemTitle', 'listTitle', 'another', 'empty']

function retellField(key: string, node: Node, telling: Telling, depth = 0): Node {
  if (node.is !== 'map' || depth > DEEPEST) return node
  const { retell, reading } = telling
  const whole: MapNode = { ...node, pairs: [...keywordsOf(node, reading).values()] }
  const part = (under: string) => (value: Node) =>
    retellField(`${key}.${under}`, value, telling, depth + 1)
  const told = withValues(whole, {
    title: (value) => retell(`${key}.title`, value),
    description: (value) => retell(`${key}.description`, value),
    field: (value) => retellPresentation(key, value, retell),
    errorMessage: (value) =>
      withEach(value, (keyword, text) => retell(`${key}.errorMessage.${keyword}`, text)),
    properties: (value) => withEach(value, (name, one) => part(`properties.${name}`)(one)),
    oneOf: (value) => retellOptions(key, value, retell),
    items: (value) => retellItems(key, value, telling, depth),
  })
  return withTitledValues(told, key, retell)
}

/** Options of an array belong to the field itself. */
function retellItems(key: string, node: Node, telling: Telling, depth: number): Node {
  if (node.is !== 'map') return node
  const whole: MapNode = { ...node, pairs: [...keywordsOf(node, telling.reading).values()] }
  const hasOptions = pairOf(whole, 'oneOf') ?? pairOf(whole, 'enum')
  if (!hasOptions) return retellField(`${key}.items`, whole, telling, depth + 1)
  const told = withValues(whole, { oneOf: (value) => retellOptions(key, value, telling.retell) })
  return withTitledValues(told, key, telling.retell)
}

function retellPresentation(key: string, node: Node, retell: Retell): Node {
  if (node.is !== 'map') return node
  const own = FIELD_WORDS.map((name) => [name, (value: Node) => retell(`${key}.${name}`, value)])
  const affixes = ['prefix', 'suffix'].map((name) => [
    name,
    (value: Node) => retell(`${key}.${name}`, value, true),
  ])
  return withValues(node, Object.fromEntries([...own, ...affixes]))
}

function retellOptions(key: string, node: Node, retell: Retell): Node {
  return withItems(node, (option) => {
    const value = pairOf(option, 'const')?.value
    const own = `${key}.options.${value ? String(jsonOf(value)) : ''}`
    return withValues(option, {
      title: (title) => retell(`${own}.title`, title),
      description: (text) => retell(`${own}.description`, text),
    })
  })
}

/** The values of an `enum` are its titles; where they are told anew they become a `oneOf`. */
function withTitledValues(map: MapNode, key: string, retell: Retell): MapNode {
  const values = pairOf(map, 'enum')
  if (values?.value.is !== 'list') return map
  const titles = values.value.items.map((value) =>
    retell(`${key}.options.${String(jsonOf(value))}.title`, value, true),
  )
  const { items } = values.value
  if (titles.every((title, index) => title === items[index])) return map
  const options = items.map((value, index): MapNode => {
    const title = titles[index] ?? value
    const pair = (name: string, one: Node) => ({ key: name, keyAt: one, value: one })
    return {
      ...value,
      is: 'map',
      braces: false,
      pairs: [pair('const', value), pair('title', textNode(title))],
    }
  })
  const list: ListNode = { ...values.value, items: options }
  const pairs = map.pairs.map((pair) =>
    pair === values ? { ...pair, key: 'oneOf', value: list } : pair,
  )
  return { ...map, pairs }
}

function textNode(node: Node): Node {
  return node.is === 'scalar' ? { ...node, value: String(node.value) } : node
}
