import { describe, expect, it } from 'vitest'
import { checked, formsWith, soundForms } from './sound-forms.ts'

const FLOW = 'permit/flow.yaml'
const SCHEMA = 'permit/schema.json'

function told(path: string, from: string | RegExp, to: string) {
  const text = soundForms.texts.get(path) ?? ''
  const edited = text.replace(from, () => to)
  expect(edited).not.toBe(text)
  return checked(formsWith({ [path]: edited })).problems.map(
    ({ code, line, column, message, help }) => `${code} ${line}:${column} ${message} ${help}`,
  )
}

describe('what only looks right in YAML is told of where it stands:', () => {
  it.each<[string, string | RegExp, string, RegExp]>([
    ['a special blank behind a colon', 'title: Details', 'title:\u00a0Details', /41:11 .*U\+00A0/u],
    ['one before a line', '    title: Details', '\u00a0   title: Details', /41:1 .*U\+00A0/u],
    ['a wide colon', 'title: Details', 'title： Details', /41:10 .*in place of ":"/u],
    [
      'a dash',
      '      - { when: for-visitor',
      '      – { when: for-visitor',
      /29:7 .*place of "-"/u,
    ],
    ['a blank in a name', '[agreed]', '[agreed\u200b]', /55:14 .*cannot be seen \(U\+200B\)/u],
    ['a letter of another alphabet', '[agreed]', '[\u0430greed]', /55:14 .*U\+0430/u],
    ['curly quotes', '[agreed]', '[“agreed”]', /55:14 .*U\+201C/u],
    ['an open quote', 'title: Details', 'title: "Details', /41:12 A quote is opened/u],
    ['two commas', '[agreed]', '[agreed,,]', /55:20 Nothing stands between two commas/u],
    ['a question mark', 'title: Details', 'title: ? Details', /41:12 .*quotes around it: "\? De/u],
    ['old line ends', /\n/gu, '\r', /1:1 .*CR alone/u],
  ])('%s', (_what, from, to, words) => {
    expect(told(FLOW, from, to)).toEqual([expect.stringMatching(words)])
  })

  it.each<[string, string | RegExp, string]>([
    ['line ends of Windows', /\n/gu, '\r\n'],
    ['a mark of the byte order', /^/u, '\ufeff'],
    ['a tab behind a colon', 'title: Details', 'title:\tDetails'],
    ['a time', 'title: Details', 'title: 12:30'],
    ['a yes', 'title: Details', 'title: yes'],
    ['a date', 'title: Details', 'title: 2026-01-31'],
    [
      'special blanks and dashes inside of words',
      'title: Details',
      'title: Details\u00a0– 5\u00a0%',
    ],
    ['a beginning of the document', /^/u, '---\n'],
  ])('%s is no mistake', (_what, from, to) => {
    expect(told(FLOW, from, to)).toEqual([])
  })
})

describe('what other languages have and JSON has not is told of where it stands:', () => {
  it.each<[string, string | RegExp, string, RegExp]>([
    ['a comment', '{', '{ // later', /1:3 JSON has no comments/u],
    ['single quotes', '"type": "object"', "'type': 'object'", /3:3 JSON takes no single quotes/u],
    ['curly quotes', '"type": "object"', '“type”: "object"', /3:3 .*straight quote/u],
    ['a special blank', '"type": "object"', '"type":\u00a0"object"', /3:10 .*U\+00A0/u],
    ['True', 'false', 'False', /JSON writes true and false in small letters/u],
    ['a 0 before a number', '"minimum": 0', '"minimum": 012', /16:44 .*no 0 before it/u],
    ['a last comma', /\}\s*$/u, ',}\n', /Nothing follows this comma/u],
    ['a bare name', '"type": "object"', 'type: "object"', /3:3 .*double quotes/u],
  ])('%s', (_what, from, to, words) => {
    expect(told(SCHEMA, from, to)).toEqual([expect.stringMatching(words)])
  })
})
