/** How pages are asked for: whole, as a browser without JavaScript does, or their own part, as htmx does. */
export type Manner = 'plain' | 'htmx'

/** A page that came, after all redirects. */
export interface Reply {
  readonly status: number
  /** Its address, without the origin. */
  readonly path: string
  readonly html: string
}

/** Somebody with cookies of their own. */
export interface Browser {
  visit(path: string): Promise<Reply>
  /** A form; in parts where files are in it. */
  post(path: string, body: URLSearchParams | FormData): Promise<Reply>
}

const MOST_HOPS = 12
const LONGEST_WAIT = 20_000

export function createBrowser(origin: string, manner: Manner): Browser {
  const cookies = new Map<string, string>()
  let at: string | undefined

  async function ask(path: string, init: RequestInit, hops = 0): Promise<Reply> {
    const headers = headersFor(new Headers(init.headers))
    const signal = AbortSignal.timeout(LONGEST_WAIT)
    const response = await fetch(origin + path, { ...init, headers, redirect: 'manual', signal })
    keep(response.headers)
    const html = await response.text()
    const whole = response.headers.get('hx-redirect')
    if (whole !== null) at = undefined
    const led = whole ?? (response.status === 303 ? response.headers.get('location') : null)
    if (led !== null) return ask(ledTo(led, path, hops), {}, hops + 1)
    at = path
    return { status: response.status, path, html }
  }

  /**
   * The first page of a visit is whole, and so is one that the service sends the browser to by `HX-Redirect`: there is
   * nothing yet that could put a part into place.
   */
  function headersFor(headers: Headers): Headers {
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((one) => one.join('=')).join('; '))
    if (manner === 'plain' || at === undefined) return headers
    headers.set('HX-Request', 'true')
    headers.set('HX-Boosted', 'true')
    headers.set('HX-Current-URL', origin + at)
    return headers
  }

  function ledTo(address: string, path: string, hops: number): string {
    const to = new URL(address, origin + path)
    if (to.origin !== origin) throw new Error(`A page led away from the service, to ${to.origin}.`)
    if (hops === MOST_HOPS)
      throw new Error(`The pages lead in a circle, at last to ${to.pathname}.`)
    return to.pathname + to.search
  }

  function keep(headers: Headers): void {
    for (const cookie of headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const cut = pair.indexOf('=')
      const isOver = /max-age=0(?:;|$)/iu.test(cookie)
      if (isOver) cookies.delete(pair.slice(0, cut))
      else cookies.set(pair.slice(0, cut), pair.slice(cut + 1))
    }
  }

  return {
    visit: (path) => ask(path, {}),
    post: (path, body) =>
      ask(path, {
        method: 'POST',
        body: body instanceof FormData ? body : String(body),
        headers: {
          origin,
          ...(body instanceof URLSearchParams && {
            'content-type': 'application/x-www-form-urlencoded',
          }),
        },
      }),
  }
}

/** The token that a page brings back; undefined where it has no form. */
export function tokenIn({ html }: Reply): string | undefined {
  return /<input type="hidden" name="page" value="([^"]*)"/u.exec(html)?.[1]
}

/** Whether words stand on a page, as text. */
export function says({ html }: Reply, words: string): boolean {
  const plain = (text: string) => text.replace(/&#?\w+;|[&<>"'’\s]/gu, '')
  return plain(html.replace(/<[^>]*>/gu, '')).includes(plain(words))
}
