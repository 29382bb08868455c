import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Control } from '../store/lock.ts'
import type { Workplace } from '../workplace.ts'
import { addStaff, type StaffAdded } from './add-staff.ts'

/** What commands that write work with: the running server's, or the command's own. */
export type CommandPlace = Pick<Workplace, 'services' | 'forms'>

/** A command that writes, as it is handed to the running server. */
export interface StaffCommand {
  readonly command: 'staff add'
  readonly email: string
  readonly role?: string
}

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
    return { status: 200, body: await runHere(workplace, JSON.parse(await textOf(request))) }
  } catch {
    return { status: 400, body: {} }
  }
}

/** Runs a command in this process. */
export async function runHere(
  workplace: CommandPlace,
  { command, email, role }: StaffCommand,
): Promise<StaffAdded> {
  if (command !== 'staff add') throw new Error('an unknown command')
  return addStaff(workplace, { email, ...(role !== undefined && { role }) })
}

/** Hands a command to the server that holds the data folder. */
export async function runThere(control: Control, command: StaffCommand): Promise<StaffAdded> {
  const response = await fetch(`http://127.0.0.1:${control.port}/`, {
    method: 'POST',
    headers: { 'x-footpath-token': control.token },
    body: JSON.stringify(command),
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok) throw new Error('The running server did not take the command.')
  return (await response.json()) as StaffAdded
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
