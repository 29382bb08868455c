/** A character that looks like another one, and what to do about it. */
export interface OddCharacter {
  /** Offset. */
  readonly at: number
  readonly message: string
  readonly help: string
}

const BLANKS = '\\u00a0\\u1680\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000\\ufeff'
/** Letters of other alphabets, dashes and quotes. */
const ALIKE = /[\u2010-\u201f\p{Script=Cyrillic}\p{Script=Greek}]/u
const BLANK = new RegExp(`[${BLANKS}]`, 'u')

/** What was typed or pasted for one of YAML's own marks: where it stands in a line, as the only group. */
const IN_YAML = [
  new RegExp(`^ *([${BLANKS}])`, 'du'),
  new RegExp(`^[^:"'#]*:([${BLANKS}])`, 'du'),
  /^ *[\w.-]+(：)/du,
  /^ *([–—]) /du,
]

/** The character of a line that YAML does not take for what it looks like. `start`: where the line begins. */
export function oddInYaml(line: string, start: number): OddCharacter | undefined {
  for (const pattern of IN_YAML) {
    const [at] = pattern.exec(line)?.indices?.[1] ?? []
    if (at !== undefined) return told(line.charAt(at), start + at)
  }
  return undefined
}

/** The character at a place where JSON ends to be JSON. */
export function oddInJson(text: string, at: number): OddCharacter | undefined {
  const character = text.charAt(at)
  return BLANK.test(character) || /[“”„‟‘’：，]/u.test(character) ? told(character, at) : undefined
}

/** What a name holds that only looks right, in words; empty: nothing. */
export function oddInName(name: string): string {
  const odd = [...name].find((one) => BLANK.test(one) || ALIKE.test(one))
  if (odd === undefined) return ''
  const shown = BLANK.test(odd) ? 'a blank that cannot be seen' : `"${odd}"`
  return `It holds ${shown} (${codeOf(odd)}), which is not what it looks like: type the name anew.`
}

function told(character: string, at: number): OddCharacter {
  const code = codeOf(character)
  if (BLANK.test(character))
    return {
      at,
      message: `A special blank (${code}) stands here, and counts as a letter.`,
      help: 'Delete it, and type a plain blank where one is wanted.',
    }
  const plain: Readonly<Record<string, string>> = { '：': ':', '，': ',', '–': '-', '—': '-' }
  const wanted = plain[character] ?? '"'
  return {
    at,
    message: `The character ${character} (${code}) stands here in place of ${wanted === '"' ? 'a straight quote' : `"${wanted}"`}.`,
    help: `Type ${wanted} in its place.`,
  }
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
