import type { Mistake } from './mistake.ts'

const FLOW = 'permit/flow.yaml'
const values = (text: string) => `values: { ${text} }\nsections:`

/** Numbers of `values:`, and words as lists. */
export const VALUES: readonly Mistake[] = [
  ['a value of an unknown field', FLOW, 'sections:', values('a: { sum: [age, «agee»] }'), 'FP0302'],
  ['a value of words', FLOW, 'sections:', values('a: { sum: [age, «plate»] }'), 'FP0412'],
  ['a value of a whole repeat', FLOW, 'sections:', values('a: { sum: «vehicles» }'), 'FP0412'],
  [
    'a value of words in a repeat',
    FLOW,
    'sections:',
    values('a: { sum: «vehicles.make» }'),
    'FP0412',
  ],
  ['a part without its repeat', FLOW, 'sections:', values('a: { count: «make» }'), 'FP0302'],
  ['a value called as a field', FLOW, 'sections:', values('«age»: { count: [age] }'), 'FP0412'],
  ['a value called as a part', FLOW, 'sections:', values('«make»: { count: [age] }'), 'FP0412'],
  ['a value called as a condition', FLOW, 'sections:', values('«any»: { count: [age] }'), 'FP0408'],
  ['an operation that there is not', FLOW, 'sections:', values('a: { «add»: [age] }'), 'FP0201'],
  ['two operations', FLOW, 'sections:', values('a: { sum: [age], «times»: [age, 2] }'), 'FP0206'],
  ['a value of nothing', FLOW, 'sections:', values('a: { sum: «[] }'), 'FP0204'],
  ['a value of itself', FLOW, 'sections:', values('a: { sum: [age, «a»] }'), 'FP0412'],
  [
    'values in a circle',
    FLOW,
    'sections:',
    values('a: { sum: [age, «b»] }, b: { minus: [a, 1] }'),
    'FP0412',
    ['FP0412'],
  ],
  [
    'a value that is no date',
    FLOW,
    'conditions:',
    'values: { a: { sum: [age] } }\nconditions:\n  late: { a: { «before»: today } }',
    'FP0502',
  ],
  [
    'a value that is a number, compared with none',
    FLOW,
    'conditions:',
    'values: { a: { sum: [age] } }\nconditions:\n  late: { a: «yes» }',
    'FP0501',
  ],
  [
    'an unknown condition of words',
    FLOW,
    'title: About you',
    'title: [{ when: «adlut», text: You }, { text: About you }]',
    'FP0303',
  ],
  [
    'an unknown key of words',
    FLOW,
    'title: About you',
    'title: [{ when: adult, «txt»: You, text: Me }, { text: About you }]',
    'FP0201',
  ],
  [
    'a condition without words',
    FLOW,
    'title: About you',
    'title: [«{ when: adult }, { text: About you }]',
    'FP0203',
  ],
  [
    'words that are never said',
    FLOW,
    'title: About you',
    'title: [{ text: About you }, «{ when: adult, text: You }]',
    'FP0606',
  ],
  [
    'an unknown field in words of a list',
    FLOW,
    'title: About you',
    'title: [{ when: adult, text: "You, «{nam}»" }, { text: About you }]',
    'FP0302',
  ],
  [
    'a list of words for the journey',
    FLOW,
    'title: Apply for a permit\nsections',
    'title: «[{ text: Apply }]\nsections',
    'FP0202',
  ],
]
