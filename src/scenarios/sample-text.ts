/** How long a part that may be repeated for ever is made, at most. */
const PATIENCE = 40

/**
 * A text that a regular expression takes, from its own letters; undefined where it uses what this does not know. Whoever
 * calls it tries the text: nothing is promised.
 */
export function textFor(pattern: string): string | undefined {
  const reader: Reader = { rest: [...pattern], isLost: false }
  const text = readAny(reader)
  return reader.isLost || reader.rest.length > 0 ? undefined : text
}

interface Reader {
  rest: string[]
  isLost: boolean
}

/** The first of alternatives. */
function readAny(reader: Reader): string {
  const first = readSequence(reader)
  while (reader.rest[0] === '|') {
    reader.rest.shift()
    readSequence(reader)
  }
  return first
}

function readSequence(reader: Reader): string {
  let text = ''
  while (reader.rest.length > 0 && reader.rest[0] !== '|' && reader.rest[0] !== ')') {
    const atom = readAtom(reader)
    text += atom.repeat(readCount(reader))
    if (reader.isLost || text.length > 1000) return text
  }
  return text
}

function readAtom(reader: Reader): string {
  const char = reader.rest.shift() ?? ''
  if (char === '^' || char === '$') return ''
  if (char === '.') return 'a'
  if (char === '[') return readClass(reader)
  if (char === '\\') return escaped(reader)
  return char === '(' ? readGroup(reader) : char
}

function readGroup(reader: Reader): string {
  if (reader.rest[0] === '?') {
    reader.rest.shift()
    if (reader.rest.shift() !== ':') reader.isLost = true
  }
  const text = readAny(reader)
  if (reader.rest.shift() !== ')') reader.isLost = true
  return text
}

const CLASSES: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', D: 'a', W: '-', S: 'a' }

function escaped(reader: Reader): string {
  const char = reader.rest.shift() ?? ''
  if (char !== 'p') return char === 'b' ? '' : (CLASSES[char] ?? char)
  const name = reader.rest.splice(0, reader.rest.indexOf('}') + 1).join('')
  return name.startsWith('{N') ? '1' : name === '{Lu}' ? 'A' : 'a'
}

/** One letter of a class; of a negated one, the first plain one that is not in it. */
function readClass(reader: Reader): string {
  const isNegated = reader.rest[0] === '^'
  if (isNegated) reader.rest.shift()
  const members = readMembers(reader)
  if (isNegated) return ['a', '1', 'A', '-'].find((one) => !members.includes(one)) ?? 'z'
  return members[0] ?? ''
}

function readMembers(reader: Reader): readonly string[] {
  const members: string[] = []
  while (reader.rest.length > 0) {
    const char = reader.rest.shift() ?? ''
    if (char === ']') return members
    const isRange = char === '-' && members.length > 0 && reader.rest[0] !== ']'
    if (isRange) reader.rest.shift()
    else members.push(char === '\\' ? escaped(reader) : char)
  }
  return members
}

/** How often the part before is taken: as seldom as may be, but at least once where it may. */
function readCount(reader: Reader): number {
  const char = reader.rest[0]
  if (char === '*' || char === '+' || char === '?') {
    reader.rest.shift()
    if (reader.rest[0] === '?') reader.rest.shift()
    return 1
  }
  const bounds = /^\{(\d+)(,?)(\d*)\}/u.exec(reader.rest.slice(0, PATIENCE).join(''))
  if (!bounds) return 1
  reader.rest.splice(0, bounds[0].length)
  return Number(bounds[1]) || (bounds[2] ? 1 : 0)
}
