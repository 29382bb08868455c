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
  },
}

/** The engine's own words in a language; English where it has none. */
export function engineWordsOf(language = 'en'): EngineWords {
  const words = WORDS[language] ?? WORDS['en']
  if (!words) throw new Error('The engine has no English words')
  return words
}
