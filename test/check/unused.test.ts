import { describe, expect, it } from 'vitest'
import { checked, formsWith, soundForms } from './sound-forms.ts'

const FLOW = 'permit/flow.yaml'
const text = soundForms.texts.get(FLOW) ?? ''

/** What is told of the permit with more in its flow, and other files. */
function told(from: string, to: string, more: Readonly<Record<string, string>> = {}) {
  const flow = text.replace(from, () => to)
  return checked(formsWith({ [FLOW]: flow, ...more })).problems.map(
    ({ code, severity, file, line, column, message }) => {
      const source = file === FLOW ? flow : (more[file] ?? soundForms.texts.get(file) ?? '')
      const at = source.split('\n')[line - 1]?.slice(column - 1)
      return `${severity} ${code} ${at?.split(':')[0]} ${message}`
    },
  )
}

const MESSAGE = '---\nchannel: email\nsubject: Well\n---\nHello\n'

describe('what nothing uses is told of where it stands:', () => {
  it('a condition, but not one that another names', () => {
    const more = 'conditions:\n  idle: { all: [inner, for-visitor] }\n  inner: { kind: resident }'
    expect(told('conditions:', more)).toEqual([
      'warning FP0208 idle Nothing uses the condition "idle".',
    ])
  })

  it('words, and what is wrong in them', () => {
    expect(told('words:', 'words:\n  idle-one: Hello')).toEqual([
      'warning FP0208 idle-one Nothing uses the words "idle-one".',
    ])
    expect(told('words:', 'words:\n  idle: Hello {nobody}')).toEqual([
      'error FP0302 {nobody} There is no field "nobody".',
    ])
  })

  it('a section', () => {
    expect(told('car: Your vehicles }', 'car: Your vehicles, idle: Nothing }')).toEqual([
      'warning FP0208 idle Nothing uses the section "idle".',
    ])
  })

  it('a value, but not one that is said or tested', () => {
    const values = 'values: { twice: { sum: [age, age] } }\nsections:'
    expect(told('sections:', values)).toEqual([
      'warning FP0208 twice Nothing uses the value "twice".',
    ])
    const said = text.replace('sections:', values).replace('title: Details', 'title: "{twice}"')
    expect(told(text, said)).toEqual([])
  })

  it('a message, but not one that an action of the journey sends', () => {
    const idle = { 'permit/messages/idle-one.md': MESSAGE }
    expect(told('', '', idle)).toEqual(['warning FP0208 --- Nothing uses the message "idle-one".'])
    const action = { ...idle, 'permit/actions/say.ts': "compose('idle-one', {})" }
    expect(told('', '', action)).toEqual([])
    const given = { ...idle, '_shared/actions/say.ts': 'compose(input.name, {})' }
    const run = 'title: Details # idle-one'
    expect(told('title: Details', run.replace('Details #', 'Details  #'), given)).toEqual([])
  })

  it('not where something could not be read, which may use it', () => {
    const more = 'conditions:\n  idle: { kind: resident }'
    expect(told(text, text.replace('conditions:', more).replace('to: you }', 'to: yuo }'))).toEqual(
      ['error FP0301 yuo } There is no step "yuo".'],
    )
  })
})
