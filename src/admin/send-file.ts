import { createHmac, timingSafeEqual } from 'node:crypto'
import { filesIn } from '../answers/files-in.ts'
import type { FileReference } from '../fields/file-reference.ts'
import type { Ctx } from '../http/context.ts'
import { Refusal } from '../http/refusal.ts'
import { requireStored, sendStored } from '../http/send-stored-file.ts'
import type { AdminDeps } from './admin-deps.ts'
import { recordAct } from './audit.ts'
import { type Case, type Desk, requireCase, requireDesk } from './find-case.ts'
import type { Staff } from './staff.ts'

/** How long a link to a file that is masked can be followed once it was revealed: milliseconds. */
const SEEN_FOR = 15 * 60_000

/**
 * A file of a case, to whoever may see its answer; of a masked one only by the link of a page that has revealed it.
 * Recorded before a byte of it leaves (R-AUD-01). It is sent to be saved, and never to be shown as a page of ours.
 */
export async function sendFile(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  const desk = requireDesk(c, deps, staff)
  const found = await requireCase(c, deps, desk)
  const { name, file } = requireFile(c.req.param('file') ?? '', found, desk)
  if (desk.rights.isMasked(name) && !isRevealed(c, deps, file.id))
    throw new Refusal(403, 'a masked file that was not revealed', {
      title: 'This file is hidden',
      lines: ['Open the case again and say why you need to see what is hidden.'],
    })
  const stored = await requireStored(deps.shelf, file)
  await recordAct(c, deps.services, staff, {
    act: 'file',
    journey: desk.journey.id,
    cases: [found.submission.id],
    fields: [name],
    file: file.id,
  })
  return sendStored(c, file, stored)
}

/** What is not there and what is not theirs to see are the same to them (R-ACL-02). */
function requireFile(
  id: string,
  { submission }: Case,
  { rights }: Desk,
): { readonly name: string; readonly file: FileReference } {
  for (const [name, value] of Object.entries(submission.answers)) {
    const file = rights.maySee(name) ? filesIn(value).find((one) => one.id === id) : undefined
    if (file) return { name, file }
  }
  throw new Refusal(404, 'no such file')
}

/** What a link carries to a file that a page has revealed: good for this session and this file, for a quarter of an hour. */
export function writeSight(
  { services }: Pick<AdminDeps, 'services'>,
  about: { readonly session: string; readonly file: string },
): string {
  const until = services.now() + SEEN_FOR
  return `${until}.${macOf(services.secretKey, { ...about, until })}`
}

function isRevealed(c: Ctx, { services }: AdminDeps, file: string): boolean {
  const [text = '', given = ''] = (c.req.query('see') ?? '').split('.')
  const until = Number(text)
  if (!(until > services.now())) return false
  const wanted = macOf(services.secretKey, { session: c.get('session').id, file, until })
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted))
}

function macOf(
  key: Buffer,
  { session, file, until }: { session: string; file: string; until: number },
): string {
  return createHmac('sha256', key).update(`file:${session}:${file}:${until}`).digest('base64url')
}
