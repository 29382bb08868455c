import type { Field, Json } from './field.ts'

/** A kind of file that can be asked for: what people call it, its media type, and how its name may end. */
export interface FileType {
  readonly id: string
  readonly words: string
  readonly media: string
  readonly endings: readonly [string, ...string[]]
}

const OPEN = 'application/vnd.oasis.opendocument'
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** All of them. What runs by itself when it is opened (programs, scripts, HTML, SVG, macros) is not among them. */
export const FILE_TYPES: readonly FileType[] = [
  { id: 'pdf', words: 'PDF', media: 'application/pdf', endings: ['pdf'] },
  { id: 'jpg', words: 'JPG', media: 'image/jpeg', endings: ['jpg', 'jpeg', 'jfif'] },
  { id: 'png', words: 'PNG', media: 'image/png', endings: ['png'] },
  { id: 'gif', words: 'GIF', media: 'image/gif', endings: ['gif'] },
  { id: 'webp', words: 'WebP', media: 'image/webp', endings: ['webp'] },
  { id: 'heic', words: 'HEIC', media: 'image/heic', endings: ['heic', 'heif'] },
  { id: 'tif', words: 'TIFF', media: 'image/tiff', endings: ['tif', 'tiff'] },
  {
    id: 'docx',
    words: 'DOCX',
    media: `${OFFICE}.wordprocessingml.document`,
    endings: ['docx'],
  },
  { id: 'doc', words: 'DOC', media: 'application/msword', endings: ['doc'] },
  { id: 'odt', words: 'ODT', media: `${OPEN}.text`, endings: ['odt'] },
  { id: 'rtf', words: 'RTF', media: 'application/rtf', endings: ['rtf'] },
  { id: 'xlsx', words: 'XLSX', media: `${OFFICE}.spreadsheetml.sheet`, endings: ['xlsx'] },
  { id: 'ods', words: 'ODS', media: `${OPEN}.spreadsheet`, endings: ['ods'] },
  { id: 'csv', words: 'CSV', media: 'text/csv', endings: ['csv'] },
  { id: 'txt', words: 'TXT', media: 'text/plain', endings: ['txt'] },
]

const BY_ID = new Map(FILE_TYPES.map((type) => [type.id, type]))

/** Media types that say "any": which kinds they are is then for `accept`. */
const ANY = ['*/*', 'application/octet-stream']
/** Other names under which a media type is known. */
const ALIASES: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/heif': 'image/heic',
  'text/rtf': 'application/rtf',
}

export function fileTypeOf(id: string): FileType | undefined {
  return BY_ID.get(id)
}

/** `application/pdf`, `image/*`, `.pdf` or `pdf` → the kinds of file that it means; none: it means no kind that there is. */
export function typesNamed(text: string): readonly FileType[] {
  const name = text.trim().toLowerCase()
  if (ANY.includes(name)) return FILE_TYPES
  const media = ALIASES[name] ?? name
  const family = /^([a-z]+)\/\*$/u.exec(media)?.[1]
  return FILE_TYPES.filter(
    (type) =>
      type.media === media ||
      type.endings.includes(name.replace(/^\./u, '')) ||
      (family !== undefined && type.media.startsWith(`${family}/`)),
  )
}

/** The kinds of file that a field takes: those of `accept`, else of its `contentMediaType`. */
export function typesTakenBy({ presentation, schema }: Field): readonly FileType[] {
  if (presentation.accept) return presentation.accept.flatMap((id) => fileTypeOf(id) ?? [])
  return typesNamed(mediaOf(schema['items']) ?? mediaOf(schema) ?? '*/*')
}

function mediaOf(schema: Json | undefined): string | undefined {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return undefined
  const media = (schema as Readonly<Record<string, Json>>)['contentMediaType']
  return typeof media === 'string' ? media : undefined
}

/** "PDF, JPG or PNG" */
export function typesInWords(types: readonly FileType[], or: string): string {
  const words = types.map((type) => type.words)
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1) ?? ''}`
}

/** "a PDF", "an ODT" */
export function withArticle(kinds: string): string {
  return `${/^[ORX]/u.test(kinds) ? 'an' : 'a'} ${kinds}`
}
