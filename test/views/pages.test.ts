import { describe, expect, test } from 'vitest'
import { renderPage } from '../../src/views/page.ts'
import {
  renderAccount,
  renderDeleteDraft,
  renderSentRequest,
} from '../../src/views/render-account.ts'
import { renderMore, renderMoreClosed, renderMoreSent } from '../../src/views/render-more.ts'
import { renderContentPage, renderErrorPage, renderHome } from '../../src/views/render-pages.ts'
import { renderStepMain } from '../../src/views/render-step.ts'
import type { StepPage } from '../../src/views/step-page.ts'
import { type ErrorStatus, wordsOf } from '../../src/views/words.ts'
import { attribute, hasClass, isA, isSubmit, readPage, textOf, withDescendants } from './dom.ts'
import { type LintOptions, lintPage } from './page-lint.ts'
import { FRAME, SAMPLES, SITE, sampleBlock, sampleField, samplePage } from './samples.ts'

function pageOf(page: StepPage, fragment = false): string {
  const person = page.person === undefined ? {} : { person: page.person, token: 'log-out-token' }
  return renderPage({ ...FRAME, site: page.site, ...person, fragment }, renderStepMain(page))
}

function sampleOf(name: string): StepPage {
  const sample = SAMPLES[name]
  if (!sample) throw new Error(`no sample ${name}`)
  return sample
}

function kindOf(page: StepPage): NonNullable<LintOptions['kind']> {
  return page.kind === 'question' || page.kind === 'check-answers' ? page.kind : 'other'
}

describe.each(Object.entries(SAMPLES))('the %s page', (_name, sample) => {
  test('meets the checklist of accessibility', () => {
    const errors = sample.errors.length > 0
    expect(lintPage(pageOf(sample), { kind: kindOf(sample), back: true, errors })).toEqual([])
  })

  test('meets it as the fragment that htmx swaps', () => {
    expect(lintPage(pageOf(sample, true), { kind: kindOf(sample), fragment: true })).toEqual([])
  })
})

describe('a whole page', () => {
  test('says Error first in its title exactly when it has errors (WCAG 2.4.2)', () => {
    expect(pageOf(sampleOf('radios-error'))).toContain(
      '<title>Error: Whose record do you want to see? – Adult Social Care Online – Example County Council</title>',
    )
    expect(pageOf(sampleOf('radios'))).toContain('<title>Whose record')
  })

  test('lets the person whose name it shows log out, by a post without htmx', () => {
    const { elements } = readPage(pageOf(samplePage({ title: 'One', person: 'Sam Taylor' })))
    const form = elements.find((element) => attribute(element, 'action') === '/log-out')
    expect(form && attribute(form, 'method')).toBe('post')
    expect(form && attribute(form, 'data-hx-boost')).toBe('false')
    expect(form && textOf(form)).toBe('Sam Taylor – log out')
    const token = form && withDescendants(form).find((one) => attribute(one, 'name') === 'token')
    expect(token && attribute(token, 'value')).toBe('log-out-token')
  })

  test('has no log-out form when nobody is signed in', () => {
    expect(pageOf(samplePage({ title: 'One' }))).not.toContain('/log-out')
  })

  test('shows words as words, whoever wrote them (R-WEB-07)', () => {
    const hostile = '"><img src=x onerror=alert(1)>{{7*7}}<%= 1 %>'
    const html = pageOf(
      samplePage({
        title: hostile,
        caption: hostile,
        person: hostile,
        notices: [hostile],
        errors: [{ control: 'email', text: hostile }],
        links: [{ label: hostile, href: 'javascript:alert(1)' }],
        blocks: [
          sampleBlock(sampleField('email', 'email', hostile), {
            label: hostile,
            typed: { email: [hostile] },
            errors: { email: hostile },
          }),
        ],
        summary: [{ title: hostile, rows: [{ key: hostile, lines: [hostile] }] }],
        buttons: [{ id: hostile, label: hostile, style: 'link' }],
      }),
    )
    const { elements } = readPage(html)
    expect(elements.filter((element) => isA(element, 'img'))).toEqual([])
    expect(elements.filter(({ attrs }) => attrs.some(({ name }) => name === 'onerror'))).toEqual([])
    expect(html).not.toContain('javascript:')
    expect(html).toContain('{{7*7}}&lt;%= 1 %&gt;')
  })
})

describe('the fragment', () => {
  test('is the title, the same main part, and who is signed in, in place', () => {
    const page = samplePage({ title: 'One', person: 'Sam Taylor' })
    const fragment = pageOf(page, true)
    expect(fragment).not.toContain('<html')
    expect(fragment).toContain('<title>One – Adult')
    expect(fragment).toContain('id="page-person" data-hx-swap-oob="true"')
    const main = (html: string) => /<main[^>]*>([\s\S]*)<\/main>/u.exec(html)?.[1]
    expect(main(fragment)).toBe(main(pageOf(page)))
  })

  test('takes the focus to main after a step, and to the summary when there are errors', () => {
    expect(pageOf(sampleOf('radios'), true)).toMatch(/<main [^>]*autofocus/u)
    expect(pageOf(sampleOf('radios-error'), true)).not.toMatch(/<main [^>]*autofocus/u)
  })
})

describe('the page of a step', () => {
  const formsOf = (html: string) =>
    readPage(html).elements.filter((element) => isA(element, 'form'))
  const pressables = (html: string) =>
    formsOf(html).flatMap((form) =>
      withDescendants(form)
        .filter(isSubmit)
        .map((button) => `${attribute(button, 'name')}=${attribute(button, 'value')}`),
    )

  test('has its first button where Enter finds it', () => {
    expect(pressables(pageOf(sampleOf('waiting')))).toEqual(['button=continue', 'button=call'])
  })

  test('brings its token back with every form of its own', () => {
    for (const [name, sample] of Object.entries(SAMPLES)) {
      const forms = formsOf(pageOf({ ...sample, person: '' }))
      const tokens = forms.map((form) =>
        withDescendants(form)
          .filter((one) => attribute(one, 'name') === 'page')
          .map((one) => attribute(one, 'value')),
      )
      expect(tokens, name).toEqual(forms.map(() => ['page-token']))
    }
  })

  test('says a question once where the title is the question', () => {
    const html = pageOf(sampleOf('date'))
    const { elements } = readPage(html)
    const says = elements.filter(
      (element) =>
        isA(element, 'h1', 'legend') && textOf(element) === 'What is your date of birth?',
    )
    expect(says.map(({ tagName }) => tagName)).toEqual(['legend', 'h1'])
  })

  test('keeps Remove away from Enter: each list has a form of its own', () => {
    const forms = formsOf(pageOf(sampleOf('list')))
    const names = forms.map((form) => [
      ...new Set(
        withDescendants(form)
          .filter((one) => isSubmit(one))
          .map((one) => attribute(one, 'name')),
      ),
    ])
    expect(names).toEqual([['remove'], ['button']])
  })

  test('posts a link that lays a path, and leads by an ordinary one otherwise', () => {
    const { elements } = readPage(pageOf(sampleOf('sign-in')))
    const button = elements.find((element) => attribute(element, 'name') === 'link')
    expect(button && attribute(button, 'value')).toBe('sign-up')
    expect(elements.some((one) => attribute(one, 'href') === '/reset-password')).toBe(true)
  })

  test('leads from an error about no question to the button, and says it there too', () => {
    const { elements } = readPage(pageOf(sampleOf('sign-in-error')))
    const link = elements.find(
      (element) => isA(element, 'a') && textOf(element) === 'We could not sign you in',
    )
    const target = (link && attribute(link, 'href')) ?? ''
    const button = elements.find((element) => `#${attribute(element, 'id')}` === target)
    expect(button && textOf(button)).toBe('Sign in')
    const described = button && attribute(button, 'aria-describedby')
    const message = elements.find((element) => attribute(element, 'id') === described)
    expect(message && textOf(message)).toBe('Error: We could not sign you in')
  })

  test('puts neighbours of one group into one fieldset, in their order', () => {
    const { elements } = readPage(pageOf(sampleOf('mixed')))
    const fieldset = elements.find((element) => isA(element, 'fieldset'))
    const names = withDescendants(fieldset ?? ({ childNodes: [] } as never)).flatMap((one) =>
      isA(one, 'input', 'select') ? [attribute(one, 'name')] : [],
    )
    expect(names).toEqual(['county', 'postcode'])
  })

  test('shows an answer that is only shown, and no box for it', () => {
    const { elements } = readPage(pageOf(sampleOf('mixed')))
    expect(elements.some((one) => attribute(one, 'name') === 'firstName')).toBe(false)
    const values = elements.filter((one) => hasClass(one, 'govuk-summary-list__value')).map(textOf)
    expect(values).toEqual(['Sam', 'Taylor'])
  })

  test('leaves the Show button of a password to the script', () => {
    const { elements } = readPage(pageOf(sampleOf('sign-in')))
    expect(elements.some((one) => attribute(one, 'type') === 'button')).toBe(false)
    const group = elements.find((one) => hasClass(one, 'govuk-password-input'))
    expect(group && attribute(group, 'data-i18n.show-password')).toBe('Show')
    const wrapper = elements.find((one) => hasClass(one, 'govuk-password-input__wrapper'))
    expect(wrapper?.childNodes.some(({ nodeName }) => nodeName === 'input')).toBe(true)
  })

  test('tells the script how often a button presses itself, which then yields to the person', () => {
    const html = pageOf(sampleOf('waiting'))
    expect(html).toContain('data-poll="3000"')
    expect(html).toContain('data-hx-sync="this:replace"')
    expect(pageOf(sampleOf('radios'))).toContain('data-hx-sync="this:drop"')
  })
})

describe('other pages', () => {
  const statuses = Object.keys(wordsOf('en').errors).map(Number) as ErrorStatus[]

  test.each(statuses)('%d says what happened, what to do, and offers a way on', (status) => {
    const html = renderErrorPage(FRAME, { status, reference: 'a1b2' })
    expect(lintPage(html)).toEqual([])
    const main = readPage(html).elements.find((element) => isA(element, 'main'))
    expect(main && withDescendants(main).filter((one) => isA(one, 'p')).length).toBeGreaterThan(2)
    expect(
      main &&
        withDescendants(main)
          .filter((one) => isA(one, 'a'))
          .map(textOf),
    ).toEqual(['Go to the start page'])
    expect(html).toContain('a1b2')
  })

  test('home, a page of words and the account meet the checklist', () => {
    const journeys = [{ title: 'Account Request', href: '/account-request' }]
    const requests = [
      { reference: 'HDJ2-1001', title: 'A form', state: 'We have it', sentOn: '3 May 2026' },
      {
        reference: 'HDJ2-1002',
        title: 'A form',
        state: 'We need more from you',
        sentOn: '3 May 2026',
        more: '/account/requests/HDJ2-1002/more',
      },
    ]
    const drafts = [{ journey: 'x', title: 'Another', until: '1 August 2026', daysLeft: 90 }]
    const about = {
      site: SITE,
      journey: { id: 'x', title: 'A form' },
      reference: 'HDJ2-1001',
      notices: [],
    }
    const SIGNED_IN = { ...FRAME, person: 'Sam', token: 't' }
    const details = { name: 'Sam Taylor', email: 'sam@example.org' }
    const whole = { ...details, phoneEnding: '23', contact: '0344 800 8020' }
    const changes = [{ title: 'Change your name', href: '/change-name' }]
    const shown = { name: 'Sam', requests, drafts, others: journeys, notices: [] }
    const hasUnavailable = true
    const pages = [
      renderHome(FRAME, journeys),
      renderHome(FRAME, [], { signIn: '/account' }),
      renderPage(
        { ...SIGNED_IN, isStaff: true },
        renderDeleteDraft('en', { journey: 'x', title: 'A form', token: 't' }),
      ),
      renderContentPage(FRAME, { title: 'Cookies', contentHtml: '<h2>Which</h2><p>One.</p>' }),
      renderAccount(SIGNED_IN, { ...shown, details: whole, changes, hasUnavailable }),
      renderAccount(SIGNED_IN, {
        name: 'Sam',
        details,
        requests: [],
        drafts: [],
        hasUnavailable,
        others: [],
        changes: [],
        notices: ['Gone'],
      }),
      renderPage(SIGNED_IN, renderDeleteDraft('en', { journey: 'x', title: 'A form', token: 't' })),
      renderPage(
        SIGNED_IN,
        renderSentRequest('en', {
          title: 'A form',
          reference: 'HDJ2-1001',
          state: 'We have it',
          sent: '3 May 2026 at 2:30pm',
          sections: [
            {
              title: 'About you',
              rows: [
                { key: 'Surname', lines: ['Taylor'], changed: 'On 3 May 2026. Before: Tyler' },
              ],
            },
          ],
          more: '/account/requests/HDJ2-1001/more',
          looks: ['3 May 2026: once, at 10am, by a member of staff (adviser)'],
        }),
      ),
      renderPage(SIGNED_IN, renderMoreSent('en', about)),
      renderPage(SIGNED_IN, renderMoreClosed('en', { ...about, notices: ['Something'] })),
    ]
    for (const html of pages) expect(lintPage(html)).toEqual([])
  })

  test.each([{ errors: [] }, { errors: [{ control: 'q', text: 'Enter your surname' }] }])(
    'the page that asks for more meets the checklist, with $errors.length errors',
    ({ errors }) => {
      const field = sampleField('q', 'text', 'Reason')
      const block = sampleBlock(field, {
        errors: Object.fromEntries(errors.map(({ control, text }) => [control, text])),
      })
      const main = renderMore('en', {
        site: SITE,
        journey: { id: 'x', title: 'A form' },
        reference: 'HDJ2-1001',
        notices: [],
        reason: 'Because\n<b>we</b> must',
        token: 't',
        blocks: [{ is: 'content', html: '<h2>About you</h2>' }, block],
        errors,
      })
      const html = renderPage({ ...FRAME, person: 'Sam', token: 't' }, main)
      expect(lintPage(html, { kind: 'question', back: true, errors: errors.length > 0 })).toEqual(
        [],
      )
      expect(html).toContain('Because<br>&lt;b&gt;we')
    },
  )
})
