/** Keeps cookies as a browser does that is open on one site only. */
export interface CookieJar {
  /** For the `Cookie` header; undefined: there are none. */
  header(): string | undefined
  take(headers: Headers): void
  copy(): CookieJar
}

export function createCookieJar(from: ReadonlyMap<string, string> = new Map()): CookieJar {
  const kept = new Map(from)
  return {
    header() {
      const pairs = [...kept].map(([name, value]) => `${name}=${value}`)
      return pairs.length > 0 ? pairs.join('; ') : undefined
    },
    take(headers) {
      for (const line of headers.getSetCookie()) takeLine(kept, line)
    },
    copy: () => createCookieJar(kept),
  }
}

function takeLine(kept: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const at = pair.indexOf('=')
  const name = pair.slice(0, at).trim()
  const isOver = attributes.some((one) => /^\s*max-age=0\s*$/iu.test(one))
  if (isOver) kept.delete(name)
  else kept.set(name, pair.slice(at + 1).trim())
}
