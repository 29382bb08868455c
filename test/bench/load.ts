import { writePageToken } from '../../src/engine/page-token.ts'
import { type Connection, openConnection, requestBytes } from './connection.ts'

/** Someone with a draft, whose page is asked for again and again. */
export interface Visitor {
  readonly cookie: string
  readonly session: string
  readonly draft: string
  /** Presses so far: each press needs a token of its own. */
  press: number
}

export interface Load {
  readonly what: 'page' | 'fragment' | 'press' | 'press and page'
  readonly port: number
  readonly milliseconds: number
  /** Where the page is asked for. */
  readonly path: string
  /** Where answers are posted; its place in the token is its last part. */
  readonly pressPath: string
  /** What is posted, in turn, without the token. */
  readonly bodies: readonly [string, string]
  /** Where a press leads. */
  readonly location: string
  /** Of each visitor in turn: the page, or the fragment, to the byte. After a press: but for the length of its token. */
  readonly expected: readonly string[]
  /** The bare server takes any token. */
  readonly counts: boolean
  readonly headers: Readonly<Record<string, string>>
}

export interface Loaded {
  readonly answers: number
  readonly seconds: number
  readonly wrong: number
  /** The first answer that was not as expected. */
  readonly example?: string
}

export type Told =
  | { readonly tell: 'visitors'; readonly visitors: readonly Visitor[]; readonly key: string }
  | { readonly tell: 'load'; readonly load: Load }

let visitors: readonly Visitor[] = []
let key = Buffer.alloc(0)

process.on('message', (told: Told) => {
  if (told.tell === 'visitors') {
    visitors = told.visitors
    key = Buffer.from(told.key, 'base64url')
    process.send?.({})
  } else void run(told.load).then((loaded) => process.send?.(loaded))
})
process.on('disconnect', () => process.exit(0))

/** Every visitor on a connection of their own, asking as soon as they are answered. */
async function run(load: Load): Promise<Loaded> {
  const connections = await Promise.all(visitors.map(() => openConnection(load.port)))
  const count = { answers: 0, wrong: 0, example: '' }
  const start = performance.now()
  const until = start + load.milliseconds
  await Promise.all(
    visitors.map(async (visitor, index) => {
      const connection = connections[index]
      if (!connection) return
      const once = asker(load, visitor, load.expected[index] ?? '', connection)
      while (performance.now() < until) {
        const flaw = await once().catch(String)
        count.answers += 1
        if (flaw === undefined) continue
        count.wrong += 1
        count.example ||= flaw
        return
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  for (const connection of connections) connection.close()
  const { answers, wrong, example } = count
  return { answers, wrong, seconds, ...(example && { example }) }
}

type Ask = () => Promise<string | undefined>

function asker(load: Load, visitor: Visitor, expected: string, connection: Connection): Ask {
  const headers = { host: `localhost:${load.port}`, cookie: visitor.cookie, ...load.headers }
  const page = requestBytes('GET', load.path, headers)
  const wanted = Buffer.from(expected)
  const get: Ask = async () => {
    const { status, head, body } = await connection.ask(page)
    return status === 200 && body.equals(wanted) ? undefined : `${head}\r\n\r\n${body}`
  }
  if (load.what === 'page' || load.what === 'fragment') return get
  let press = load.counts ? visitor.press : 0
  const post: Ask = async () => {
    const { session, draft } = visitor
    const place = load.pressPath.split('/').at(-1) ?? ''
    const token = writePageToken({ session, draft, press, place }, key)
    const body = `page=${token}&${load.bodies[press % 2]}`
    press += 1
    if (load.counts) visitor.press = press
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const request = requestBytes('POST', load.pressPath, { ...headers, ...type }, body)
    const answer = await connection.ask(request)
    const leads = answer.head.toLowerCase().includes(`\r\nlocation: ${load.location}\r\n`)
    return answer.status === 303 && leads ? undefined : `${answer.head}\r\n\r\n${answer.body}`
  }
  if (load.what === 'press') return post
  return async () => {
    const flaw = await post()
    if (flaw !== undefined) return flaw
    const { status, head, body } = await connection.ask(page)
    // The token in it counts the presses: its length may change.
    const isPage = status === 200 && Math.abs(body.length - wanted.length) < 64
    return isPage ? undefined : `${head}\r\n\r\n${body}`
  }
}
