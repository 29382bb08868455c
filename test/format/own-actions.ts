/** An action of a journey's own, as its author would write it: `actions/<name>.ts`. */
export function ownAction(contract: object, run: string): string {
  return `export const action = {
  ...${JSON.stringify(contract)},
  async run(input: any, context: any) { ${run} },
}
`
}

/** Lets a person in under the name that they gave: a session fact that carries an account. */
export const LET_IN = ownAction(
  {
    name: 'let-in',
    input: {
      type: 'object',
      properties: { nick: { type: 'string' } },
      required: ['nick'],
      additionalProperties: false,
    },
    outcomes: ['in', 'unknown'],
    words: { unknown: 'We do not know you' },
    gives: [
      {
        on: 'in',
        fact: 'known',
        about: ['nick'],
        scope: 'session',
        carries: ['account', 'firstName'],
      },
    ],
  },
  `if (input.nick === 'Nobody') return { outcome: 'unknown' }
    return { outcome: 'in', carries: { known: { account: 'account-of-' + input.nick, firstName: input.nick } } }`,
)

/** Checks an answer, and says what came of it: the answer itself names the outcome. */
export const CHECK_WORD = ownAction(
  {
    name: 'check-word',
    input: {
      type: 'object',
      properties: { word: { type: 'string' } },
      required: ['word'],
      additionalProperties: false,
    },
    outcomes: ['good', 'bad', 'odd', 'later', 'far'],
    words: { bad: 'That is a bad word' },
    gives: [
      { on: 'good', fact: 'word-checked', about: ['word'], lasts: 600_000, carries: ['length'] },
    ],
  },
  `globalThis.wordsChecked = [...(globalThis.wordsChecked ?? []), input.word]
    if (input.word === 'broken') throw new Error('it broke')
    const outcome = ['bad', 'odd', 'later', 'far'].find((one) => one === input.word) ?? 'good'
    return { outcome, carries: { 'word-checked': { length: input.word.length } } }`,
)

/** Runs only where the word was checked. Counts its runs in the outcome of a second one. */
export const USE_WORD = ownAction(
  {
    name: 'use-word',
    input: {
      type: 'object',
      properties: { word: { type: 'string' } },
      required: ['word'],
      additionalProperties: false,
    },
    outcomes: ['used', 'failed'],
    words: { failed: 'It did not work' },
    needs: [{ fact: 'word-checked', about: 'word' }],
    gives: [{ on: 'used', fact: 'word-used', about: ['word'] }],
    closes: true,
  },
  `globalThis.wordsUsed = [...(globalThis.wordsUsed ?? []), input.word]
    return { outcome: input.word === 'late' ? 'failed' : 'used' }`,
)

/** Reads the weather when a page is shown. */
export const READ_WEATHER = ownAction(
  {
    name: 'read-weather',
    input: {
      type: 'object',
      properties: { place: { type: 'string' } },
      required: ['place'],
      additionalProperties: false,
    },
    outcomes: ['known'],
    gives: [{ on: 'known', fact: 'weather', about: ['place'], carries: ['sky'] }],
    reads: true,
  },
  `return { outcome: 'known', carries: { weather: { sky: 'rain in ' + input.place } } }`,
)

/** Waits until it is asked for the third time. */
export const WAIT_FOR_IT = ownAction(
  {
    name: 'wait-for-it',
    input: { type: 'object', properties: {}, additionalProperties: false },
    outcomes: ['ready', 'waiting', 'gone'],
    words: { waiting: 'It is not ready yet', gone: 'It is gone' },
    waits: 'waiting',
    reads: true,
  },
  `globalThis.waited = (globalThis.waited ?? 0) + 1
    return { outcome: globalThis.waited > 2 ? 'ready' : 'waiting' }`,
)
