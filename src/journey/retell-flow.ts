import { type Retell, withEach, withItems, withValues } from './retold.ts'
import { jsonOf, type MapNode, type Node, pairOf } from './tree.ts'

/** The tree of flow.yaml with all words of it told anew: keys `flow.…` and `words.…`. */
export function retellFlow(tree: Node, retell: Retell): Node {
  if (tree.is !== 'map') return tree
  return withValues(tree, {
    title: (node) => retell('flow.title', node),
    sections: (node) => withEach(node, (id, title) => words(`flow.sections.${id}`, title, retell)),
    words: (node) => withEach(node, (name, block) => words(`words.${name}`, block, retell)),
    checks: (node) => checks('flow', node, retell),
    site: (node) => retellSite('flow.site', node, retell),
    steps: (node) => withEach(node, (id, step) => retellStep(`flow.steps.${id}`, step, retell)),
  })
}

/** Of the site's words those that are read by people. */
export function retellSite(key: string, node: Node, retell: Retell): Node {
  if (node.is !== 'map') return node
  const own = (name: string, optional: boolean) => (value: Node) =>
    retell(`${key}.${name}`, value, optional)
  return withValues(node, {
    service: own('service', false),
    council: own('council', false),
    sender: own('sender', true),
    contact: own('contact', true),
    feedback: own('feedback', true),
  })
}

/** `$words.<name>` is told where it stands. */
function words(key: string, node: Node, retell: Retell): Node {
  const isName = node.is === 'scalar' && /^\$words\./u.test(String(node.value))
  return isName ? node : retell(key, node)
}

function retellStep(key: string, step: Node, retell: Retell): Node {
  if (step.is !== 'map') return step
  const own = (name: string) => (node: Node) => words(`${key}.${name}`, node, retell)
  return withValues(step, {
    title: own('title'),
    caption: own('caption'),
    content: own('content'),
    after: own('after'),
    fields: (node) => withItems(node, (item, number) => entry(key, item, number, retell)),
    checks: (node) => checks(key, node, retell),
    buttons: (node) =>
      withItems(node, (item) => button(`${key}.buttons.${nameIn(item, ['id'])}`, item, retell)),
    links: (node) => links(`${key}.links`, node, retell),
  })
}

function entry(step: string, item: MapNode, number: number, retell: Retell): Node {
  const key = `${step}.fields.${nameIn(item, ['field']) || number}`
  const own = (name: string) => (node: Node) => words(`${key}.${name}`, node, retell)
  return withValues(item, {
    title: own('title'),
    description: own('description'),
    group: own('group'),
    content: own('content'),
  })
}

function button(key: string, item: MapNode, retell: Retell): Node {
  return withValues(item, {
    label: (node) => words(`${key}.label`, node, retell),
    on: (node) => outcomes(`${key}.on`, node, retell),
    run: (node) =>
      withItems(node, (call) =>
        withValues(call, {
          on: (on) => outcomes(`${key}.run.${nameIn(call, ['action'])}.on`, on, retell),
        }),
      ),
  })
}

function outcomes(key: string, node: Node, retell: Retell): Node {
  return withEach(node, (outcome, then) => {
    if (then.is !== 'map') return then
    return withValues(then, {
      error: (error) => errorWords(`${key}.${outcome}.error`, error, retell),
      notice: (notice) => words(`${key}.${outcome}.notice`, notice, retell),
    })
  })
}

/** `"…"`, or `{ field: "…" }`: the field is not part of the key. */
function errorWords(key: string, node: Node, retell: Retell): Node {
  if (node.is !== 'map') return words(key, node, retell)
  return withEach(node, (_field, text) => words(key, text, retell))
}

/** By their number, since checks have no names. */
function checks(key: string, node: Node, retell: Retell): Node {
  return withItems(node, (item, number) =>
    withValues(item, {
      error: (error) => errorWords(`${key}.checks.${number}.error`, error, retell),
    }),
  )
}

/** By where they lead; the second one that leads there has `-2` behind it. */
function links(key: string, node: Node, retell: Retell): Node {
  const seen = new Map<string, number>()
  return withItems(node, (item) => {
    const target = nameIn(item, ['to', 'journey', 'href'])
    const count = (seen.get(target) ?? 0) + 1
    seen.set(target, count)
    const name = count === 1 ? target : `${target}-${count}`
    return withValues(item, { label: (label) => words(`${key}.${name}.label`, label, retell) })
  })
}

function nameIn(item: MapNode, keys: readonly string[]): string {
  const found = keys.flatMap((key) => pairOf(item, key)?.value ?? [])[0]
  return found === undefined ? '' : String(jsonOf(found))
}
