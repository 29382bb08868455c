import { describe, expect, it } from 'vitest'
import { readDuration } from '../../src/journey/duration.ts'
import { renderMarkdown } from '../../src/journey/markdown.ts'
import { distanceOf, helpWith } from '../../src/journey/nearest.ts'
import { splitPlaceholders } from '../../src/journey/placeholders.ts'

describe('placeholders', () => {
  it('are names between braces; a doubled brace is a brace', () => {
    expect(splitPlaceholders('Hello {name.first}, {{not} this').pieces).toEqual([
      'Hello ',
      { name: 'name.first', at: 6 },
      ', {not} this',
    ])
  })

  it('are not what no name can be (R-WEB-07)', () => {
    for (const text of ['{7*7}', `\${7*7}`, '{ }', '<%= 7*7 %>'])
      expect(splitPlaceholders(text)).toEqual({ pieces: [text], stray: [] })
  })

  it('are noticed where they were nearly meant', () => {
    expect(splitPlaceholders('Dear {first name}').stray).toEqual([5])
  })
})

describe('Markdown', () => {
  const page = (text: string) => renderMarkdown(text, 'page').html

  it('has the classes of govuk-frontend', () => {
    expect(page('Hello *you*\n\n- one\n- two\n\n[a](/b)')).toBe(
      '<p class="govuk-body">Hello <em>you</em></p>\n<ul class="govuk-list govuk-list--bullet">\n<li>one</li>\n<li>two</li>\n</ul>\n<p class="govuk-body"><a href="/b" class="govuk-link">a</a></p>',
    )
  })

  it('begins its headings at h2 and leaves no level out (WCAG 1.3.1)', () => {
    const levels = (text: string) => page(text).match(/<h\d/gu)
    expect(levels('### One\n\n##### Two\n\n### Three\n\n# Four')).toEqual([
      '<h2',
      '<h3',
      '<h2',
      '<h2',
    ])
  })

  it('aligns a column of numbers by a class, since the policy of the pages knows no inline styles (R-WEB-03)', () => {
    const html = page('| What | How | Much |\n| :-- | :-: | --: |\n| a | b | 1 |')
    expect(html).not.toContain('style=')
    expect(html).toMatch(/class="govuk-table__header govuk-table__header--numeric"[^>]*>Much/u)
    expect(html).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">1</td>')
    expect(html).toContain('<td class="govuk-table__cell">b</td>')
  })

  it('lets no raw HTML through (R-WEB-07)', () => {
    expect(page('<script>alert(1)</script> <b>x</b>')).not.toMatch(/<script|<b>/u)
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'JAVASCRIPT:x',
  ])('has no link to %s', (address) => {
    const { html, problems } = renderMarkdown(`[a](${address})`, 'page')
    expect(html).not.toContain('<a')
    expect(problems).toHaveLength(1)
  })

  it('has boxes', () => {
    const html = page(
      '::: details More *words*\nInside\n\n- a\n:::\n\n::: inset\nNote\n:::\n\n::: warning\nMind this\n:::',
    )
    expect(html).toContain('<span class="govuk-details__summary-text">More <em>words</em></span>')
    expect(html).toContain('<div class="govuk-details__text">\n<p class="govuk-body">Inside</p>')
    expect(html).toContain('<div class="govuk-inset-text">\n<p class="govuk-body">Note</p>\n</div>')
    expect(html).toMatch(
      /<span class="govuk-visually-hidden">Warning<\/span> Mind this\s*<\/strong>/u,
    )
  })

  it('is read as plain text too, with addresses behind the labels', () => {
    const { text } = renderMarkdown(
      '# Hi\n\nGo **on** [here](https://x.example/a)\nnow\n\n1. one\n2. two',
      'plain',
    )
    expect(text).toBe('Hi\n\nGo on here: https://x.example/a\nnow\n\n1. one\n2. two')
  })
})

describe('names', () => {
  it('are near when few letters differ', () => {
    expect(distanceOf('kitten', 'sitting')).toBe(3)
    expect(distanceOf('from', 'form')).toBe(1)
    expect(helpWith('chekc', ['check', 'done'])).toBe(
      'Did you mean "check"? The names are: check, done.',
    )
    expect(helpWith('zebra', ['check', 'done'])).toBe('The names are: check, done.')
  })
})

describe('lengths of time', () => {
  it('are a number and a unit', () => {
    expect(['3 seconds', '1 hour', '90 days', '2 years'].map(readDuration)).toEqual([
      3000, 3_600_000, 7_776_000_000, 63_072_000_000,
    ])
    for (const text of ['90', 'days', '0 days', '-1 day', '1.5 days', '1 fortnight'])
      expect(readDuration(text)).toBeUndefined()
  })
})
