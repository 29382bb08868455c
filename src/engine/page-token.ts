import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a page brings back when it is posted: proof that it is ours (R-WEB-01), and of what it was a page. */
export interface PageToken {
  readonly session: string
  /** Empty: there was no draft yet. */
  readonly draft: string
  /** The draft's count of presses when the page was made. */
  readonly press: number
  readonly place: string
}

/** Not a secret: it only cannot be made by anyone else. */
export function writePageToken(token: PageToken, key: Buffer): string {
  const text = [token.session, token.draft, token.press, token.place].join('.')
  return `${text}.${mac(text, key)}`
}

/** Undefined where it was not made by us. */
export function readPageToken(text: string | undefined, key: Buffer): PageToken | undefined {
  const parts = text?.split('.') ?? []
  const [session = '', draft = '', press = '', place = '', given = ''] = parts
  if (parts.length !== 5) return undefined
  const wanted = Buffer.from(mac([session, draft, press, place].join('.'), key))
  const got = Buffer.from(given)
  if (wanted.length !== got.length || !timingSafeEqual(wanted, got)) return undefined
  return { session, draft, press: Number(press), place }
}

function mac(text: string, key: Buffer): string {
  return createHmac('sha256', key).update(`page:${text}`).digest('base64url')
}
