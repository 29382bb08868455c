import type { Field } from './fields/field.ts'
import { fileSlotsOf } from './fields/file-slots.ts'
import { isNamedIn } from './files/forget-unnamed.ts'
import { hasSetAside } from './store/set-aside.ts'
import { fileCollections, type Workplace } from './workplace.ts'

/**
 * Uploaded files that nothing names any more go at the start: a request or the process ended between a file and its record.
 * Not while records lie set aside that may name some. Says so where files are taken and nothing looks for viruses.
 */
export async function sweepFiles(
  { store, shelf, journeys }: Pick<Workplace, 'store' | 'shelf' | 'journeys'>,
  {
    dataDir,
    clamd,
    production,
  }: { readonly dataDir: string; readonly clamd: unknown; readonly production: boolean },
  warn: (words: string, about?: object) => void,
): Promise<void> {
  const asks = [...journeys.values()].some(
    ({ fields }) => fileSlotsOf([...fields.values()].flatMap(withItems)).length > 0,
  )
  if (asks && production && !clamd)
    warn('files are uploaded and not checked for viruses: set CLAMD to where clamd listens')
  if (await hasSetAside(dataDir)) return
  const swept = await shelf.sweep((id) => isNamedIn(store, fileCollections, id))
  if (swept > 0) warn('uploaded files that nothing names were deleted', { files: swept })
}

/** Of a repeat its items ask. */
function withItems(field: Field): readonly Field[] {
  return field.kind === 'repeat' ? field.parts : [field]
}
