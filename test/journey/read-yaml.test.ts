import { describe, expect, it } from 'vitest'
import { yaml } from './files.ts'

describe('reading YAML', () => {
  it('reads YAML 1.2 core: on, yes and no are words, dates stay text', () => {
    expect(yaml('on: yes\nno: 2026-01-31\nten: 10\nzero: 012\nnothing:\n').value).toEqual({
      on: 'yes',
      no: '2026-01-31',
      ten: 10,
      zero: 12,
      nothing: null,
    })
  })

  it('puts the node of an anchor where its alias stands', () => {
    expect(yaml('a: &words { b: 1 }\nc: *words\n').value).toEqual({ a: { b: 1 }, c: { b: 1 } })
  })

  it('goes on after words that want quotes, and finds the rest', () => {
    const { value, places, problems } = yaml(
      'title: Note: this\nother: { label: Not: that, to: x }\nthird: {name} is here\nlast: 1\n',
    )
    expect(places).toEqual(['FP0104 1:8', 'FP0104 2:17', 'FP0104 3:8'])
    expect(problems.map(({ help }) => help)).toEqual([
      'Put quotes around it: "Note: this"',
      'Put quotes around it: "Not: that"',
      'Put quotes around it: "{name} is here"',
    ])
    expect(value).toMatchObject({ last: 1, other: { to: 'x' } })
  })

  it('refuses an anchor that holds itself', () => {
    expect(yaml('a: &a [*a]\n').places).toEqual(['FP0103 1:8'])
  })

  it('refuses aliases that would grow without end', () => {
    const lines = ['l0: &l0 [x, x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 12; level++)
      lines.push(
        `l${level}: &l${level} [${Array(10)
          .fill(`*l${level - 1}`)
          .join(', ')}]`,
      )
    const started = performance.now()
    const { problems } = yaml(lines.join('\n'))
    expect(problems[0]?.message).toMatch(/aliases/u)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('refuses what is nested without end', () => {
    const nests = [
      ['[', ']'],
      ['{ a: ', '}'],
      ['- ', ''],
      ['? ', ''],
    ] as const
    for (const depth of [100, 700, 3000, 20_000])
      for (const [open, close] of nests) {
        const { problems } = yaml(`${open.repeat(depth)}x${close.repeat(depth)}`)
        expect(problems.map(({ message }) => message).join()).toMatch(/nested|key/u)
      }
  })

  it('reads what is long and not deep', () => {
    const list = Array.from({ length: 2000 }, (_, at) => `  - { at: ${at}, of: [1, 2] }`)
    expect(yaml(`a:\n${list.join('\n')}`).problems).toEqual([])
  })

  it('says that a file is empty', () => {
    expect(yaml('# nothing\n').problems.map(({ message }) => message)).toEqual([
      'This file is empty.',
    ])
  })
})
