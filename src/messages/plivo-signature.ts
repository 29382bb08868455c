import { createHmac, timingSafeEqual } from 'node:crypto'

export interface SignedPost {
  /** The public address, built from the configured origin, never from the request's Host (R-HOOK-02). No query. */
  readonly url: string
  /** What was posted, each name once. */
  readonly params: ReadonlyMap<string, string>
  /** `X-Plivo-Signature-V3-Nonce` */
  readonly nonce: string | undefined
  /** `X-Plivo-Signature-V3`, or `-Ma-V3`: one signature, or several with commas. */
  readonly signature: string | undefined
}

/**
 * Whether Plivo signed this POST with the account's token (V3, R-HOOK-01); compared in constant time. It says nothing of
 * replays: the caller remembers nonces (R-HOOK-04).
 */
export function isSignedByPlivo(
  token: string,
  { url, params, nonce, signature }: SignedPost,
): boolean {
  if (!nonce || !signature || url.includes('?')) return false
  const expected = Buffer.from(signatureOf(token, url, params, nonce))
  return signature
    .split(',')
    .map((each) => Buffer.from(each.trim()))
    .filter((each) => each.length === expected.length && timingSafeEqual(each, expected))
    .some(Boolean)
}

function signatureOf(
  token: string,
  url: string,
  params: SignedPost['params'],
  nonce: string,
): string {
  const joined = [...params]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => name + value)
    .join('')
  const base = params.size > 0 ? `${url}?${joined}` : url
  return createHmac('sha256', token).update(`${base}.${nonce}`).digest('base64')
}
