import { withArticle } from './file-types.ts'

/** The engine's own words on a field: never an author's. */
export interface EngineWords {
  readonly optional: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly time: string
  readonly yes: string
  readonly no: string
  readonly or: string
  readonly choose: string
  readonly confirmed: string
  readonly addAnother: string
  readonly remove: string
  readonly midday: string
  readonly midnight: string
  /** The button of a step that names none. */
  readonly goOn: string
  readonly checkAnswers: string
  /** Of a list: the row that says how many items it has. */
  readonly howMany: string
  readonly none: string
  /** Of an answer that was left out. */
  readonly notProvided: string
  readonly addFirst: (item: string | undefined) => string
  readonly addMore: (item: string | undefined) => string
  readonly removeTitle: (name: string) => string
  readonly atLeast: (count: number) => string
  readonly upTo: (count: number) => string
  readonly noMore: (count: number) => string
  /** How long a text may be; `%{count}` stands for the number. */
  readonly mostCharacters: string
  readonly mostWords: string
  /** Which kinds of file, and smaller than what. */
  readonly fileKinds: (kinds: string, size: string) => string
  readonly mostFiles: (count: number) => string
  readonly replacesFile: string
  readonly uploadFiles: string
}

const WORDS: Readonly<Record<string, EngineWords>> = {
  en: {
    optional: '(optional)',
    day: 'Day',
    month: 'Month',
    year: 'Year',
    time: 'Time',
    yes: 'Yes',
    no: 'No',
    or: 'or',
    choose: 'Choose an option',
    confirmed: 'Confirmed',
    addAnother: 'Add another',
    remove: 'Remove',
    midday: 'midday',
    midnight: 'midnight',
    goOn: 'Continue',
    checkAnswers: 'Check your answers',
    howMany: 'How many',
    none: 'None',
    notProvided: 'Not provided',
    addFirst: (item) => `Do you want to add ${aOrAn(item ?? 'one')}?`,
    addMore: (item) => `Do you need to add another ${item ?? 'one'}?`,
    removeTitle: (name) => `Are you sure that you want to remove ${name}?`,
    atLeast: (count) => `There must be at least ${count}.`,
    upTo: (count) => `You can add up to ${count}.`,
    noMore: (count) => `You have added ${count}. There can be no more.`,
    mostCharacters: 'You can enter up to %{count} characters',
    mostWords: 'You can enter up to %{count} words',
    fileKinds: (kinds, size) => `The file must be ${withArticle(kinds)} and smaller than ${size}.`,
    mostFiles: (count) => `You can upload up to ${count} files.`,
    replacesFile: 'If you choose another file, it takes the place of the one above.',
    uploadFiles: 'Upload files',
  },
  cy: {
    optional: '(dewisol)',
    day: 'Diwrnod',
    month: 'Mis',
    year: 'Blwyddyn',
    time: 'Amser',
    yes: 'Ydw',
    no: 'Nac ydw',
    or: 'neu',
    choose: 'Dewiswch opsiwn',
    confirmed: 'Cadarnhawyd',
    addAnother: 'Ychwanegu',
    remove: 'Dileu',
    midday: 'canol dydd',
    midnight: 'hanner nos',
    goOn: 'Parhau',
    checkAnswers: 'Gwiriwch eich atebion',
    howMany: 'Faint',
    none: 'Dim',
    notProvided: 'Heb ei roi',
    // An item's own word would have to be mutated: the question does without it.
    addFirst: () => 'Oes angen i chi ychwanegu un?',
    addMore: () => 'Oes angen i chi ychwanegu un arall?',
    removeTitle: (name) => `Ydych chi’n siŵr eich bod eisiau dileu ${name}?`,
    atLeast: (count) => `Rhaid cael o leiaf ${count}.`,
    upTo: (count) => `Gallwch ychwanegu hyd at ${count}.`,
    noMore: (count) => `Rydych wedi ychwanegu ${count}. Ni ellir cael mwy.`,
    mostCharacters: 'Gallwch nodi hyd at %{count} o nodau',
    mostWords: 'Gallwch nodi hyd at %{count} o eiriau',
    fileKinds: (kinds, size) => `Rhaid i’r ffeil fod yn ${kinds} ac yn llai na ${size}.`,
    mostFiles: (count) => `Gallwch uwchlwytho hyd at ${count} ffeil.`,
    replacesFile: 'Os dewiswch ffeil arall, bydd yn cymryd lle’r un uchod.',
    uploadFiles: 'Uwchlwytho ffeiliau',
  },
}

function aOrAn(name: string): string {
  if (name === 'one') return name
  return /^[aeiou]/iu.test(name) ? `an ${name}` : `a ${name}`
}

/** The engine's own words in a language; English where it has none. */
export function engineWordsOf(language = 'en'): EngineWords {
  const words = WORDS[language] ?? WORDS['en']
  if (!words) throw new Error('The engine has no English words')
  return words
}
