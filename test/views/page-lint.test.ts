import { describe, expect, test } from 'vitest'
import { type LintOptions, lintPage } from './page-lint.ts'

const GOOD = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Error: Your details – Service – Council</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/a.css"><script src="/a.js" defer></script></head>
<body><a href="#main" class="govuk-skip-link">Skip to main content</a>
<main id="main" tabindex="-1"><a href="/before" class="govuk-back-link">Back</a>
<div class="govuk-error-summary" tabindex="-1" autofocus><div role="alert"><h2>There is a problem</h2><ul>
<li><a href="#name">Enter your name</a></li><li><a href="#who">Select who you are</a></li></ul></div></div>
<h1>Your details</h1><h2>About you</h2>
<dl><dd class="govuk-summary-list__value">Sam</dd><dd class="govuk-summary-list__actions"><a href="/x">Change your name</a></dd>
<dd class="govuk-summary-list__actions"><a href="/y">Change your address</a></dd></dl>
<form method="post" action="/x" novalidate><label for="name">First name</label><div id="name-hint" class="govuk-hint">As on your letters</div>
<p id="name-error" class="govuk-error-message"><span>Error:</span> Enter your name</p>
<input id="name" name="name" type="text" autocomplete="given-name" spellcheck="false" aria-describedby="name-hint name-error">
<label for="password">Password</label><input id="password" name="password" type="password" autocapitalize="none" autocomplete="current-password" spellcheck="false">
<label for="code">Verification code</label><input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" spellcheck="false">
<label for="mail">Email address</label><input id="mail" name="mail" type="email" autocomplete="email" spellcheck="false">
<label for="phone">Phone number</label><input id="phone" name="phone" type="tel" autocomplete="tel">
<fieldset><legend>Date of birth</legend><div class="govuk-date-input"><label for="day">Day</label><input id="day" name="day" type="text" class="govuk-date-input__input" autocomplete="bday-day">
<label for="month">Month</label><input id="month" name="month" type="text" class="govuk-date-input__input" autocomplete="bday-month"></div></fieldset>
<fieldset aria-describedby="who-error"><legend>Who are you?</legend><p id="who-error" class="govuk-error-message"><span>Error:</span> Select who you are</p>
<input type="radio" id="who" name="who" value="me"><label for="who">Me</label><input type="radio" id="who-2" name="who" value="you"><label for="who-2">You</label></fieldset>
<button class="govuk-button" type="submit">Send your details</button></form></main><footer><a href="/a11y">Accessibility statement</a></footer></body></html>`

type Breaking = readonly [rule: string, from: string | RegExp, to: string, options?: LintOptions]

const CHECK: LintOptions = { kind: 'check-answers' }
/** One thing broken on purpose, and the rule that must notice. */
const BREAKINGS: readonly Breaking[] = [
  ['P01', '<!doctype html>', ''],
  ['P02', 'lang="en"', 'lang="cy"'],
  ['P03', /<title>.*<\/title>/u, '<title></title>'],
  ['P04', ' – Service – Council', ''],
  ['P05', 'Error: Your details –', 'Your details –'],
  ['P06', '<h2>About you</h2>', '<h1>About you</h1>'],
  ['P07', '<h1>Your details</h1>', '<h1>Other</h1>'],
  ['P08', '<footer>', '<main>Links</main><footer>'],
  ['P09', 'href="#main"', 'href="#footer"'],
  ['P10', 'initial-scale=1', 'initial-scale=1, maximum-scale=1'],
  ['P11', '<meta charset="utf-8">', '<meta http-equiv="refresh" content="5">'],
  ['P12', 'id="password"', 'id="name"'],
  ['P13', 'id="password"', 'id="pass word"'],
  ['P14', 'for="password"', 'for="passwort"'],
  ['P15', '<h2>About you</h2>', '<h3>About you</h3>'],
  ['P16', 'tabindex="-1"><a', 'tabindex="1"><a'],
  ['P17', '<h1>', '<h1 onclick="x()">'],
  ['P18', 'href="/x"', 'href="javascript:x()"'],
  ['P19', 'Change your name', 'here'],
  ['P20', '<h1>', '<a href="/z"></a><h1>'],
  ['P21', 'href="/a11y"', 'href="/a11y" target="_blank"'],
  ['P22', '<h1>', '<a href="/other">Change your name</a><h1>'],
  ['P23', '<h1>', '<img src="/a.png"><h1>'],
  ['P23', '<h1>', '<svg></svg><h1>'],
  ['P25', 'Accessibility statement', 'Cookies'],
  ['P26', '<h1>', '<script>1</script><h1>'],
  ['P27', '<h1>', '<h1 style="color:red">'],
  ['F01', ' novalidate', ''],
  ['F02', /<button.*<\/button>/u, ''],
  ['F03', 'method="post"', 'method="get"'],
  ['F04', /<\/?form[^>]*>/gu, '', { kind: 'question' }],
  ['F05', 'govuk-back-link', 'link', { back: true }],
  ['F07', 'name="name" type', 'type'],
  ['F08', '<label for="name">First name</label>', ''],
  ['F09', '<label for="name">', '<label for="name" class="govuk-visually-hidden">'],
  ['F10', 'type="text"', 'type="text" placeholder="Sam"'],
  ['F11', 'type="text"', 'type="text" required'],
  ['F12', '>First name</label>', '>First name:</label>'],
  ['F13', 'type="text"', 'type="text" maxlength="5"'],
  ['F14', 'type="text"', 'type="number"'],
  ['F15', 'type="text"', 'type="date"'],
  ['F16', 'type="text"', 'type="text" autofocus'],
  ['F17', /<input id="name"/u, '<select multiple name="s" id="s"></select><input id="name"'],
  ['F19', 'autocomplete="given-name"', 'autocomplete="off"'],
  ['F06', /<(?:input|select|textarea)[^>]*>/gu, '', { kind: 'question' }],
  ['F18', 'autocomplete="given-name"', 'autocomplete="family-name"'],
  ['F18', 'autocomplete="bday-day"', ''],
  ['F18', '<h1>', '<h1>', { isOthers: (name) => name === 'mail' }],
  ['F20', 'autocomplete="given-name" spellcheck="false"', 'autocomplete="given-name"'],
  ['F21', ' inputmode="numeric"', ''],
  ['F22', 'type="tel"', 'type="text"'],
  ['F23', 'type="email"', 'type="text"'],
  ['F24', 'type="password"', 'type="text"'],
  ['F25', 'type="password"', 'type="password" value="hunter2"'],
  ['F26', ' autocapitalize="none"', ''],
  ['F27', '<legend>Who are you?</legend>', ''],
  ['F28', /<input type="radio" id="who-2".*?<\/label>/u, ''],
  ['F29', 'value="you"', 'value="me"'],
  ['F30', '<legend>Who are you?</legend><p', '<i></i><legend>Who are you?</legend><p'],
  ['F31', 'name="password"', 'name="name"'],
  ['F32', 'As on your letters', 'As on <a href="/l">your letters</a>'],
  ['F33', 'aria-describedby="name-hint name-error"', 'aria-describedby="name-error"'],
  ['F34', 'autocomplete="tel"', 'autocomplete="one-time-code"'],
  ['F35', 'Send your details', ''],
  ['F36', 'Send your details', 'Next'],
  ['F37', 'type="submit"', 'type="submit" disabled'],
  ['F38', '<h1>', '<span role="button">Send</span><h1>'],
  ['F39', '<legend>Date of birth</legend>', ''],
  ['E01', '<h1>', '<div class="govuk-error-summary"></div><h1>'],
  ['E02', 'There is a problem', 'Oh no'],
  ['E03', /(<div class="govuk-error-summary"[\s\S]*?<\/div><\/div>)\s*(<h1>.*<\/h1>)/u, '$2$1'],
  ['E04', ' role="alert"', ''],
  ['E05', ' autofocus', ''],
  ['E06', '<a href="#name">Enter your name</a>', 'Enter your name'],
  ['E07', 'href="#name"', 'href="#nome"'],
  ['E08', 'href="#name"', 'href="#name-hint"'],
  ['E09', 'href="#who"', 'href="#who-2"'],
  [
    'E09',
    /href="#name"([\s\S]*)id="month" name="month" type="text" class="/u,
    'href="#day"$1id="month" name="month" type="text" class="govuk-input--error ',
  ],
  ['E10', '</span> Enter your name', '</span> Enter a name'],
  ['E11', '<a href="#name">Enter your name', '<a href="#name">Please enter your name'],
  ['E12', '<a href="#name">Enter your name', '<a href="#name">Enter your name.'],
  ['E13', /<li>(.*?)<\/li><li>(.*?)<\/li>/u, '<li>$2</li><li>$1</li>'],
  ['E14', '<li><a href="#name">Enter your name</a></li>', ''],
  ['E15', '<span>Error:</span> Enter', 'Enter'],
  ['E16', 'aria-describedby="name-hint name-error"', 'aria-describedby="name-hint"'],
  ['E17', /<div class="govuk-error-summary"[\s\S]*?<\/div><\/div>/u, ''],
  ['C01', 'Change your address', 'Change your name'],
  ['C01', 'Change your address', 'Change'],
  ['C02', 'Send your details', 'Continue', CHECK],
  ['C03', '>Sam<', '><'],
]

describe('the page lint', () => {
  test('has nothing against a good page', () => {
    expect(lintPage(GOOD, { kind: 'question', back: true, errors: true })).toEqual([])
    expect(lintPage(GOOD, CHECK)).toEqual([])
  })

  for (const [rule, from, to, options] of BREAKINGS) {
    test(`notices what ${rule} forbids`, () => {
      const broken = GOOD.replace(from, to)
      if (!options?.isOthers) expect(broken, 'the page is broken').not.toBe(GOOD)
      expect(lintPage(broken, options).map((fault) => fault.rule)).toContain(rule)
    })
  }

  test('is told when errors must be there, or must not', () => {
    expect(lintPage(GOOD, { errors: false }).map(({ rule }) => rule)).toEqual(['E01'])
  })
})
