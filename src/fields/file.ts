import { flawOf, wrong } from './control.ts'
import { engineWordsOf } from './engine-words.ts'
import type { Field, Flaw, Input, Json, Kind, Parsed, ShowContext, Shown } from './field.ts'
import { readReference, readRefusal, referencesIn } from './file-reference.ts'
import { largestOf, mostFilesOf, sizeInWords } from './file-size.ts'
import { typesInWords, typesTakenBy } from './file-types.ts'
import { errorOf, hintOf, labelOf, optionsOf } from './shown.ts'

/**
 * Where the input holds the files of a control: references of what the draft holds, and refusals. No control that is
 * posted can have this name, so that nothing that is typed is ever taken for a file.
 */
export function filesKey(control: string): string {
  return `${control}:files`
}

export function isFilesKey(name: string): boolean {
  return name.endsWith(':files')
}

/** The presses that put a file into an answer and take one out; no field can be called so. */
export const ADD_FILE = 'files:add'
export const REMOVE_FILE = 'files:remove'

/** One file. */
export const fileKind: Kind = {
  name: 'file',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) =>
    parseFiles(field, input, prefix, (texts) => texts.at(-1) ?? null),
  typedOf: (_field, value, prefix) => ({ [filesKey(prefix)]: textsOf(value) }),
  show: showFiles,
  summarise: (_field, value) => linesOf(value),
}

/** Several files: all that were chosen at once, and those that were added since. */
export const filesKind: Kind = { ...fileKind, name: 'files', parse: parseList }

function parseList(field: Field, input: Input, prefix: string): Parsed {
  return parseFiles(field, input, prefix, (texts) => texts)
}

function parseFiles(
  field: Field,
  input: Input,
  prefix: string,
  answerFrom: (texts: readonly string[]) => Json,
): Parsed {
  const texts = input.get(filesKey(prefix)) ?? []
  const flaws = texts.flatMap((text) => refusalFlaw(field, prefix, text) ?? [])
  if (flaws.length > 0) return wrong(...flaws)
  const taken = texts.filter((text) => readReference(text))
  return taken.length > 0 ? { status: 'value', value: answerFrom(taken) } : { status: 'missing' }
}

function refusalFlaw(field: Field, control: string, text: string): Flaw | undefined {
  const refusal = readRefusal(text)
  const limit = mostFilesOf(field)
  return refusal && flawOf(field, control, refusal.keyword, { name: refusal.name, limit })
}

/**
 * What is wrong with files by what they are: their kind, by content and name (`accept`), and their size (`maxSize`).
 * Of an answer that is no file at all: `required`.
 */
export function fileFlaws(field: Field, control: string, value: Json): readonly Flaw[] {
  const files = referencesIn(value)
  if (files.length === 0) return [flawOf(field, control, 'required')]
  return files.flatMap(({ name, size, type }) => {
    if (!typesTakenBy(field).some((one) => one.id === type))
      return flawOf(field, control, 'accept', { name })
    return size > largestOf(field) ? flawOf(field, control, 'maxSize', { name }) : []
  })
}

function textsOf(value: Json): readonly string[] {
  const all: readonly Json[] = Array.isArray(value) ? value : [value]
  return all.map(String)
}

function linesOf(value: Json): readonly string[] {
  return referencesIn(value).map(({ name, size }) => `${name} (${sizeInWords(size)})`)
}

/**
 * govuk-frontend's `file-upload`, with two options of ours: `files`, which are there already and can be removed, and
 * `add`, the words of a button that puts more in.
 */
function showFiles(field: Field, control: string, context: ShowContext): Shown {
  const isMany = field.kind === 'files'
  const words = engineWordsOf(context.language)
  const files = (context.typed[filesKey(control)] ?? []).flatMap((text) => {
    const file = readReference(text)
    if (!file) return []
    const value = removalOf(control, file.id)
    return [{ name: file.name, size: sizeInWords(file.size), value }]
  })
  const endings = typesTakenBy(field).flatMap((type) => type.endings.map((one) => `.${one}`))
  return {
    component: 'file-upload',
    options: optionsOf({
      id: control,
      name: control,
      label: labelOf(field, context),
      hint: { html: hintHtml(field, context, !isMany && files.length > 0) },
      errorMessage: errorOf([control], context),
      multiple: isMany || undefined,
      attributes: { accept: endings.join(',') },
      files,
      ...(isMany && { add: { name: ADD_FILE, value: control, text: words.uploadFiles } }),
    }),
  }
}

/** Names a file of a control in a press that removes it; not its reference. */
export function removalOf(control: string, id: string): string {
  return `${control}:${id.slice(0, 10)}`
}

/** The author's hint, then which kinds and how large: people should know before they choose. */
function hintHtml(field: Field, context: ShowContext, replaces: boolean): string {
  const words = engineWordsOf(context.language)
  const kinds = typesInWords(typesTakenBy(field), words.or)
  const most = mostFilesOf(field)
  const lines = [
    hintOf(field, context)?.['html'],
    words.fileKinds(kinds, sizeInWords(largestOf(field))),
    ...(field.kind === 'files' ? [words.mostFiles(most)] : []),
    ...(replaces ? [words.replacesFile] : []),
  ]
  return lines.filter(Boolean).join('<br>')
}
