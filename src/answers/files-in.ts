import { type FileReference, readReference } from '../fields/file-reference.ts'

/** All files that are named in answers, however deep. */
export function filesIn(value: unknown): readonly FileReference[] {
  if (typeof value === 'string') return filesInText(value)
  if (typeof value !== 'object' || value === null) return []
  const found: FileReference[] = []
  for (const one of Object.values(value))
    if (isWorthALook(one)) for (const file of filesIn(one)) found.push(file)
  return found
}

/** Nearly all answers are no file: that is seen at the first letters. */
function isWorthALook(value: unknown): boolean {
  return typeof value === 'string' ? value.startsWith('file:') : typeof value === 'object'
}

function filesInText(text: string): readonly FileReference[] {
  const file = readReference(text)
  return file ? [file] : []
}

/** Ids of the files that a record names. */
export function fileIdsIn(value: unknown): readonly string[] {
  return [...new Set(filesIn(value).map(({ id }) => id))]
}
