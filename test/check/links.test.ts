import { describe, expect, it } from 'vitest'
import { checked, formsWith, soundForms } from './sound-forms.ts'

const FLOW = 'permit/flow.yaml'
const text = (path: string) => soundForms.texts.get(path) ?? ''

/** Code, line and column of what is wrong, and the words at that place. */
function told(path: string, from: string, to: string) {
  const edited = text(path).replace(from, () => to)
  expect(edited).not.toBe(text(path))
  const lines = edited.split('\n')
  return checked(formsWith({ [path]: edited })).problems.map(
    ({ code, severity, line, column, help, message }) => ({
      code: `${severity} ${code}`,
      at: lines[line - 1]?.slice(column - 1),
      words: `${message} ${help}`,
    }),
  )
}

const said = (words: string) =>
  told(FLOW, 'It takes 5 minutes.', words).map(({ code, at }) => [code, at?.slice(0, 12)])

describe('a link to a path of this site', () => {
  it.each([
    ['[x](/somewhere)', 'warning FP0611', '/somewhere)'],
    ['[x](/somewhere/else?a=b)', 'warning FP0611', '/somewhere/e'],
    ['[x](/pages/hepl)', 'warning FP0611', '/pages/hepl)'],
    ['[x](/sign-in/pasword)', 'warning FP0611', '/sign-in/pas'],
    ['[x](www.example.com)', 'warning FP0611', 'www.example.'],
    ['[x](#no-such)', 'warning FP0611', '#no-such)'],
  ])('that is not there is told of where it stands: %s', (words, code, at) => {
    expect(said(words)).toEqual([[code, at]])
  })

  it.each([
    '[x](/)',
    '[x](#main-content)',
    '[x](#age)',
    '[x](/pages/help#top)',
    '[x](/sign-in)',
    '[x](/sign-in/password)',
    '[x](/permit/vehicle/list)',
    '[x](visitor)',
    '[x](/account)',
    '[x](/account/requests/1)',
    '[x](/favicon.ico)',
    '[x](?again=yes)',
    '[x](https://example.com/somewhere)',
    '[x](mailto:a@example.com)',
    '`[x](/somewhere)`',
  ])('is let be where it may be right: %s', (words) => {
    expect(said(words)).toEqual([])
  })

  it('is looked at in `links`, in `home` and on pages too', () => {
    const link = 'title: Details\n    links: [{ label: More, href: /somewhere }]'
    expect(told(FLOW, 'title: Details', link)).toEqual([
      expect.objectContaining({ code: 'warning FP0611', at: '/somewhere }]' }),
    ])
    expect(told(FLOW, 'sections:', 'home: /pages/hepl\nsections:')).toEqual([
      expect.objectContaining({ code: 'warning FP0611', at: '/pages/hepl' }),
    ])
    const page = '_pages/help.md'
    const more = `${text(page)}\nSee [more](/pages/hepl).\n`
    expect(told(page, text(page), more)).toEqual([
      expect.objectContaining({ code: 'warning FP0611', at: '/pages/hepl).' }),
    ])
  })

  it('leads nowhere from an email', () => {
    const mail = 'permit/messages/received.md'
    expect(told(mail, text(mail), `${text(mail)}\nSee [it](/permit).\n`)).toEqual([
      expect.objectContaining({ code: 'warning FP0611', at: '/permit).' }),
    ])
  })

  it('names what was meant', () => {
    expect(told(FLOW, 'It takes 5 minutes.', '[x](/sing-in)')[0]?.words).toContain(
      'Did you mean "sign-in"?',
    )
  })
})

describe('what Markdown cannot show', () => {
  it('is told of on its own line, with the box that was meant', () => {
    expect(told(FLOW, '::: inset', '::: inst')).toEqual([
      {
        code: 'error FP0602',
        at: '::: inst',
        words: expect.stringContaining('Did you mean "::: inset"?'),
      },
    ])
    expect(
      told(FLOW, '      It takes 5 minutes.\n      :::\n', '      It takes 5 minutes.\n'),
    ).toEqual([
      { code: 'error FP0602', at: '::: inset', words: expect.stringContaining('line of ":::"') },
    ])
    expect(told(FLOW, 'You need your number plate.', 'You need it.\n\n      :::')).toEqual([
      expect.objectContaining({ code: 'error FP0602', at: ':::' }),
    ])
  })
})

describe('HTML in words', () => {
  it.each([
    ['It is <b>free</b>.', '<b>free</b>.'],
    ['One<br>two', '<br>two'],
    ['<!-- later -->', '<!-- later -'],
  ])('is told of where it stands: %s', (words, at) => {
    const found = said(words)
    expect(found[0]).toEqual(['warning FP0612', at])
    expect(new Set(found.map(([code]) => code))).toEqual(new Set(['warning FP0612']))
  })

  it.each([
    'Write `<b>` here.',
    'Write \\<b> here.',
    'Write &lt;b&gt; here.',
    'Write to <help@example.com>.',
    'It is 3 < 5 & 7 > 6.',
    'Write <your name> here.',
    'Fish &amp; chips',
  ])('is no alarm where it is meant to be read, or Markdown reads it: %s', (words) => {
    expect(said(words)).toEqual([])
  })

  it('is told of in titles, labels, options and error words', () => {
    expect(told(FLOW, 'title: Details', 'title: Your <i>details</i>')[0]).toMatchObject({
      code: 'warning FP0612',
      at: '<i>details</i>',
    })
    expect(told(FLOW, 'title: Details', 'title: Fish &amp; chips')[0]).toMatchObject({
      code: 'warning FP0612',
      at: '&amp; chips',
    })
    const schema = 'permit/schema.json'
    expect(told(schema, 'Are you insured?', 'Are you <b>insured</b>?')[0]).toMatchObject({
      code: 'warning FP0612',
    })
  })
})
