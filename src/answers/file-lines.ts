import type { FileReference } from '../fields/file-reference.ts'
import { sizeInWords } from '../fields/file-size.ts'
import { filesIn } from './files-in.ts'

export interface FileLine {
  readonly text: string
  readonly file: FileReference
}

/** The files of an answer, as the answer's own lines call them. */
export function fileLinesOf(value: unknown): readonly FileLine[] {
  return filesIn(value).map((file) => ({ text: `${file.name} (${sizeInWords(file.size)})`, file }))
}

/** The lines of an answer less those that its files say, which stand as links. */
export function otherLines(
  lines: readonly string[],
  files: readonly Pick<FileLine, 'text'>[],
): readonly string[] {
  const said = new Set(files.map(({ text }) => text))
  return lines.filter((line) => !said.has(line))
}
