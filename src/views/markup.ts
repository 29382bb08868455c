/**
 * What templates build markup with. Every function that returns markup escapes what it is given, but for strings
 * named `html` and attributes that our own templates have put together.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for HTML; nothing for what is absent (R-WEB-07). */
export function escapeHtml(value: unknown): string {
  if (value === undefined || value === null || value === false) return ''
  const text = typeof value === 'string' ? value : String(value)
  if (!/[&<>"']/u.test(text)) return text
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '')
}

/** Words that are HTML already, or text that is escaped here. */
export interface Content {
  readonly html?: string | undefined
  readonly text?: string | undefined
}

type Attribute = unknown
type Attributes = string | Readonly<Record<string, Attribute>> | undefined

function isOptional(item: unknown): item is { value?: unknown; optional?: boolean } {
  return typeof item === 'object' && item !== null && !Array.isArray(item)
}

/** govuk-frontend's `attributes` option: an absent value stands as an empty one unless it is `optional`. */
function attributes(given: Attributes): string {
  if (given === undefined || given === null) return ''
  if (typeof given === 'string') return given
  return Object.entries(given)
    .map(([name, item]) => {
      if (!isOptional(item)) return ` ${escapeHtml(name)}="${escapeHtml(text(item))}"`
      return item.optional === true
        ? optional({ [name]: item.value })
        : ` ${escapeHtml(name)}="${escapeHtml(text(item.value))}"`
    })
    .join('')
}

/** Attributes that are left out when their value is absent or false, and stand alone when it is true. */
function optional(given: Readonly<Record<string, unknown>>): string {
  let markup = ''
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue
    markup +=
      value === true ? ` ${escapeHtml(name)}` : ` ${escapeHtml(name)}="${escapeHtml(value)}"`
  }
  return markup
}

function classes(...names: readonly unknown[]): string {
  return names.filter(Boolean).join(' ')
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}

function content(given: Content | undefined, fallback = ''): string {
  return given?.html ? given.html.trim() : escapeHtml(given?.text || fallback)
}

function hasContent(given: Content | undefined): boolean {
  return Boolean(given?.html || given?.text)
}

/** Ids for aria-describedby, in upstream's order: given, hint, error. */
function describedBy(
  given: string | undefined,
  id: string,
  field: { readonly hint?: unknown; readonly errorMessage?: unknown },
): string {
  return classes(given, field.hint && `${id}-hint`, field.errorMessage && `${id}-error`)
}

/** Items with their ids: the first has the prefix alone, so that an error summary can link to it. */
function numbered<Item extends { readonly id?: string }>(
  items: readonly (Item | null | undefined | false | '')[] | undefined,
  prefix: string,
): readonly { readonly item: Item; readonly id: string }[] {
  return (items ?? []).flatMap((item, index) =>
    item ? [{ item, id: item.id || (index === 0 ? prefix : `${prefix}-${index + 1}`) }] : [],
  )
}

/** Words that a script reads, by plural where they have one. */
function translations(
  key: string,
  words: string | Readonly<Record<string, string>> | undefined,
): string {
  if (!words) return ''
  const byRule = typeof words === 'string' ? { [`data-i18n.${key}`]: words } : plurals(key, words)
  return optional(byRule)
}

function plurals(key: string, words: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(words).map(([rule, message]) => [`data-i18n.${key}.${rule}`, message]),
  )
}

function capitalize(word: unknown): string {
  const lower = text(word).toLowerCase()
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}

function isAmong(value: unknown, values: unknown): boolean {
  if (Array.isArray(values)) return values.includes(value)
  return typeof values === 'string' ? values.includes(text(value)) : false
}

/** Where a link of ours may lead: a path, a fragment, https, http, mail or phone; else nowhere (R-WEB-07). */
export function safeHref(href: string): string {
  return /^(?:\/(?![/\\])|#|\?|https?:\/\/|mailto:|tel:)/iu.test(href) ? href : '#'
}

/** Lines of plain text one below the other; words in their place where there are none. */
export function linesHtml(given: readonly string[], none: string): string {
  return given.length > 0 ? given.map(escapeHtml).join('<br>') : escapeHtml(none)
}

/** A parser drops the first line feed in a textarea: one more keeps what was typed. */
function textareaText(value: unknown): string {
  const shown = escapeHtml(text(value))
  return shown.startsWith('\n') ? `\n${shown}` : shown
}

/** What `this` brings in a template, beside `c` and `part`. */
export const markup = {
  attributes,
  capitalize,
  classes,
  content,
  describedBy,
  escape: escapeHtml,
  hasContent,
  href: safeHref,
  isAmong,
  lines: linesHtml,
  numbered,
  optional,
  text,
  textareaText,
  translations,
} as const
