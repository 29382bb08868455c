import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Control } from '../store/lock.ts'
import type { Workplace } from '../workplace.ts'
import { addStaff, type StaffAdded } from './add-staff.ts'
import { invitePerson, type PersonInvited } from './invite-person.ts'

/** What commands that write work with: the running server's, or the command's own. */
export type CommandPlace = Pick<Workplace, 'services' | 'forms'>

/** The commands that write: what each is given, and what it answers. */
export interface Commands {
  readonly 'staff add': {
    readonly given: { readonly email: string; readonly role?: string }
    readonly answer: StaffAdded
  }
  readonly invite: {
    readonly given: { readonly email: string; readonly journey?: string }
    readonly answer: PersonInvited
  }
}
type Name = keyof Commands

const RUN: {
  readonly [One in Name]: (
    place: CommandPlace,
    given: Commands[One]['given'],
  ) => Promise<Commands[One]['answer']>
} = { 'staff add': addStaff, invite: invitePerson }

/** Takes commands from this machine's command line while the server runs: loopback only, with the token of the lock file. */
export async function serveControl(
  workplace: CommandPlace,
): Promise<{ readonly address: Control; close(): void }> {
  const token = randomBytes(24).toString('base64url')
  const server = createServer((request, response) => {
    void answer(workplace, token, request).then(({ status, body }) => {
      response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  server.unref()
  const { port } = server.address() as AddressInfo
  return { address: { port, token }, close: () => void server.close() }
}

async function answer(
  workplace: CommandPlace,
  token: string,
  request: IncomingMessage,
): Promise<{ status: number; body: object }> {
  const given = request.headers['x-footpath-token']
  if (request.method !== 'POST' || typeof given !== 'string' || !isSame(given, token))
    return { status: 403, body: {} }
  try {
    const { command, given } = JSON.parse(await textOf(request)) as { command: Name; given: never }
    if (!Object.hasOwn(RUN, command)) return { status: 400, body: {} }
    return { status: 200, body: await runHere(workplace, command, given) }
  } catch {
    return { status: 400, body: {} }
  }
}

/** Runs a command in this process. */
export async function runHere<One extends Name>(
  workplace: CommandPlace,
  command: One,
  given: Commands[One]['given'],
): Promise<Commands[One]['answer']> {
  return RUN[command](workplace, given)
}

/** Hands a command to the server that holds the data folder. */
export async function runThere<One extends Name>(
  control: Control,
  command: One,
  given: Commands[One]['given'],
): Promise<Commands[One]['answer']> {
  const response = await fetch(`http://127.0.0.1:${control.port}/`, {
    method: 'POST',
    headers: { 'x-footpath-token': control.token },
    body: JSON.stringify({ command, given }),
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok) throw new Error('The running server did not take the command.')
  return (await response.json()) as Commands[One]['answer']
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 10_000) throw new Error('too long')
  }
  return text
}

function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}
