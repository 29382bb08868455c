import type { FileReference } from '../fields/file-reference.ts'
import { fileTypeOf } from '../fields/file-types.ts'

/** What is sent before a file so that every browser saves it, and none shows it as a page of ours (R-WEB-23). `size`: bytes. */
export function downloadHeaders(
  file: FileReference,
  size: number,
): Readonly<Record<string, string>> {
  return {
    'Content-Type': fileTypeOf(file.type)?.media ?? 'application/octet-stream',
    'Content-Length': String(size),
    'Content-Disposition': dispositionOf(file),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
  }
}

/** To be saved, under the person's name for it and an ending of ours: the kind that it is, not the one that it says. */
function dispositionOf({ name, type }: FileReference): string {
  const endings = fileTypeOf(type)?.endings ?? ['bin']
  const ending = /\.([^.]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? ''
  const safe = endings.includes(ending) ? name : `${name}.${endings[0]}`
  const plain = safe.replace(/[^\w .()-]/gu, '_')
  const whole = encodeURIComponent(safe).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
