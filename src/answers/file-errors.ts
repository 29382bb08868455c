import type { Flaw } from '../fields/field.ts'
import { largestOf, sizeInWords } from '../fields/file-size.ts'
import { typesInWords, typesTakenBy, withArticle } from '../fields/file-types.ts'
import type { Template } from './error-templates.ts'

type Words = (template: Template) => string

/** What is wrong with a file, after the Design System's templates of file upload (WCAG 3.3.1, 3.3.3). */
export const FILE_TEMPLATES: Readonly<Record<string, Words>> = {
  accept: ({ flaw }) => `${selected(flaw)} must be ${withArticle(kindsOf(flaw, 'or'))}`,
  maxSize: ({ flaw }) => `${selected(flaw)} must be smaller than ${sizeOf(flaw)}`,
  empty: ({ flaw }) => `${selected(flaw)} is empty`,
  virus: ({ flaw }) => `${selected(flaw)} contains a virus`,
  unchecked: ({ flaw }) =>
    `${selected(flaw)} could not be checked for viruses. Try again in a few minutes`,
  unsaved: ({ flaw }) => `${selected(flaw)} could not be uploaded. Try again in a few minutes`,
  'too-often': () =>
    'You have uploaded a lot of files in a short time. Wait an hour, then try again',
  'too-much': () =>
    'You have uploaded as much as this form can hold. Remove a file before you add another',
}

/** The same in plain Welsh (Cymraeg Clir). */
export const WELSH_FILE_TEMPLATES: Readonly<Record<string, Words>> = {
  accept: ({ flaw }) => `Rhaid i${chosen(flaw)} fod yn ${kindsOf(flaw, 'neu')}`,
  maxSize: ({ flaw }) => `Rhaid i${chosen(flaw)} fod yn llai na ${sizeOf(flaw)}`,
  empty: ({ flaw }) => `Mae${chosen(flaw)} yn wag`,
  virus: ({ flaw }) => `Mae${chosen(flaw)} yn cynnwys feirws`,
  unchecked: ({ flaw }) =>
    `Nid oeddem yn gallu gwirio’r ${theFile(flaw)} am feirysau. Rhowch gynnig arall arni ymhen ychydig funudau`,
  unsaved: ({ flaw }) =>
    `Nid oeddem yn gallu uwchlwytho’r ${theFile(flaw)}. Rhowch gynnig arall arni ymhen ychydig funudau`,
  'too-often': () =>
    'Rydych wedi uwchlwytho llawer o ffeiliau mewn amser byr. Arhoswch awr, yna rhowch gynnig arall arni',
  'too-much': () =>
    'Rydych wedi uwchlwytho cymaint ag y gall y ffurflen hon ei ddal. Dilëwch ffeil cyn ychwanegu un arall',
}

/** Where several can be chosen at once, which one is meant. */
function selected({ field, params }: Flaw): string {
  return field.kind === 'files' ? `The selected file ‘${params['name']}’` : 'The selected file'
}

/** Joined to the word before it: "Rhaid i’r ffeil …". */
function chosen(flaw: Flaw): string {
  return `’r ${theFile(flaw)}`
}

function theFile({ field, params }: Flaw): string {
  return field.kind === 'files' ? `ffeil a ddewiswyd (‘${params['name']}’)` : 'ffeil a ddewiswyd'
}

function kindsOf({ field }: Flaw, or: string): string {
  return typesInWords(typesTakenBy(field), or)
}

function sizeOf({ field }: Flaw): string {
  return sizeInWords(largestOf(field))
}
