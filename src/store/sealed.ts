import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const IV = 12
const TAG = 16

/** What a text is sealed for, and what it belongs to: it opens for nothing else. */
export interface Seal {
  readonly secretKey: Buffer
  readonly purpose: string
  readonly about: string
}

/** Text → what only this service can read again, and nobody can change: AES-256-GCM, base64url. */
export function sealText(text: string, seal: Seal): string {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', keyOf(seal), iv).setAAD(Buffer.from(seal.about))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Undefined where it was not sealed so, or with another key. */
export function openText(sealed: string, seal: Seal): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV + TAG) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(seal), bytes.subarray(0, IV))
      .setAAD(Buffer.from(seal.about))
      .setAuthTag(bytes.subarray(IV, IV + TAG))
    return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString()
  } catch {
    return undefined
  }
}

function keyOf({ secretKey, purpose }: Seal): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', purpose, 32))
}
