import { Readable } from 'node:stream'
import { downloadHeaders } from '../files/download-headers.ts'
import type { FileShelf } from '../files/file-shelf.ts'
import type { Ctx } from './context.ts'
import { Refusal } from './refusal.ts'

type FileReference = Parameters<typeof downloadHeaders>[0]
type Stored = NonNullable<Awaited<ReturnType<FileShelf['read']>>>

/** A file on the shelf; what is not there any more is refused in words. */
export async function requireStored(
  shelf: Pick<FileShelf, 'read'>,
  { id }: FileReference,
): Promise<Stored> {
  const stored = await shelf.read(id)
  if (stored) return stored
  throw new Refusal(404, 'a file that is not there any more', {
    title: 'This file is not there any more',
    lines: ['It was uploaded, and has been deleted since.'],
  })
}

/** A file for whoever may see it: sent to be saved, and never to be shown as a page of ours (R-WEB-23). */
export function sendStored(c: Ctx, file: FileReference, stored: Stored): Response {
  const body = c.req.method === 'HEAD' ? null : Readable.toWeb(stored.stream())
  const response = new Response(body as ReadableStream | null, {
    headers: {
      ...c.get('headers'),
      'Cache-Control': 'no-store',
      ...downloadHeaders(file, stored.size),
    },
  })
  c.set('whole', response)
  return response
}
