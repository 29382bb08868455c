import type { Composed } from '../actions/action.ts'
import { composeTemplate } from '../actions/compose-template.ts'
import { engineWordsOf } from '../fields/engine-words.ts'
import type { Field } from '../fields/field.ts'
import type { Place } from '../flow/place.ts'
import type { Reach } from '../flow/reach.ts'
import type { Scope } from '../flow/scope.ts'
import { escapeHtml, putWords } from '../flow/words.ts'
import type { Words } from '../journey/condition.ts'
import type { Journey } from '../journey/journey.ts'
import { toldScope } from './case-scope.ts'
import type { ShownSection } from './decision.ts'
import type { Engine } from './engine.ts'
import type { Loaded } from './load-draft.ts'
import { summaryOf } from './show-summary.ts'

/** Stands for the summary until it is put in: it is the one word that brings its own HTML. */
const SUMMARY = '\uE000summary\uE000'

/** A message of the journey with its words put in; `summary` is what check-answers shows. */
export function composeFor(
  engine: Engine,
  loaded: Loaded,
  at: { readonly scope: Scope; readonly place: Place; readonly reach: Reach },
  message: string,
  own: Readonly<Record<string, string>>,
): Composed {
  const sections = summaryOf(loaded, mayLeave)
  const link = `${engine.services.origin}/${loaded.journey.id}`
  return composeWith(engine, loaded, at.scope, message, { link, ...own }, sections)
}

/** The same in another language than the page's: for somebody who need not be here. */
export function composeTold(
  engine: Engine,
  journey: Journey,
  scope: Scope,
  message: string,
  own: Readonly<Record<string, string>>,
  language: string,
): Composed {
  const told = toldScope(journey, scope, language)
  const link = `${engine.services.origin}/${journey.id}`
  return composeWith(engine, told.world, told, message, { link, ...own }, [])
}

/** Messages hold nothing of special categories, and nothing about anyone else (R-DP-07). */
function mayLeave({ presentation }: Field): boolean {
  return presentation.data !== 'special' && presentation.subject !== 'other'
}

export function composeWith(
  engine: { readonly services: Pick<Engine['services'], 'origin'> },
  { journey }: Pick<Loaded, 'journey'>,
  scope: Scope,
  message: string,
  own: Readonly<Record<string, string>>,
  sections: readonly ShownSection[],
): Composed {
  const told = whole(sections, journey.language)
  const template = journey.messages.get(message)
  if (!template) throw new Error(`no message is called ${message}`)
  const { hostname: host } = new URL(engine.services.origin)
  const language = scope.world.language
  const render = (words: Words) => {
    const text = putWords(words, scope, { summary: SUMMARY, ...own })
    if (words.format !== 'html') return text.replace(SUMMARY, () => summaryText(told))
    // A paragraph holds no list.
    return text.replace(`<p>${SUMMARY}</p>`, SUMMARY).replace(SUMMARY, () => summaryHtml(told))
  }
  return composeTemplate(template, render, {
    language,
    host,
    sender: journey.site.sender,
    ...(own['code'] !== undefined && { code: own['code'] }),
  })
}

/** As check-answers says of an answer that was left out. */
function whole(sections: readonly ShownSection[], language: string): readonly ShownSection[] {
  const { notProvided } = engineWordsOf(language)
  return sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) =>
      row.lines.length > 0 ? row : { ...row, lines: [notProvided] },
    ),
  }))
}

function summaryText(sections: readonly ShownSection[]): string {
  return sections
    .map(({ title, rows }) =>
      [...(title ? [title] : []), ...rows.map((row) => `${row.key}: ${row.lines.join(', ')}`)].join(
        '\n',
      ),
    )
    .join('\n\n')
}

function summaryHtml(sections: readonly ShownSection[]): string {
  return sections
    .map(({ title, rows }) => {
      const heading = title ? `<h2>${escapeHtml(title)}</h2>` : ''
      const items = rows.map(
        (row) =>
          `<dt style="font-weight:bold">${escapeHtml(row.key)}</dt><dd style="margin:0 0 10px">${row.lines.map(escapeHtml).join('<br>')}</dd>`,
      )
      return `${heading}<dl>${items.join('')}</dl>`
    })
    .join('')
}
