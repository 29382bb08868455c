import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The program itself, as `npm start` runs it. */
export interface RunningServer {
  readonly origin: string
  readonly port: number
  readonly process: ChildProcess
  /** What it wrote: its words and its log. */
  readonly written: () => string
  /** Ends it, and answers its exit status; `SIGKILL` has none. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

export interface Ended {
  readonly status: number | null
  readonly written: string
}

type Environment = Readonly<Record<string, string>>

/** A port of this machine that is free now. */
export async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starts the server on a folder; resolves when it says that it is ready. */
export async function startServer(
  dataDir: string,
  port: number,
  env: Environment = {},
  program: readonly string[] = ['--import', 'tsx', 'src/main.ts'],
): Promise<RunningServer> {
  const child = run(program, {
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    FORMS_DIR: 'forms',
    NODE_ENV: 'test',
    ...env,
  })
  const ended = once(child.process, 'exit')
  await new Promise<void>((ready, failed) => {
    const look = () => child.written().includes('is ready at') && ready()
    child.process.stdout?.on('data', look)
    void ended.then(() => failed(new Error(`it did not start: ${child.written()}`)))
  })
  return {
    origin: `http://localhost:${port}`,
    port,
    ...child,
    async stop(signal = 'SIGTERM') {
      child.process.kill(signal)
      await ended
      return child.process.exitCode
    },
  }
}

/** Runs a program of the repository to its end. */
export async function runToEnd(args: readonly string[], env: Environment): Promise<Ended> {
  const child = run(args, env)
  await once(child.process, 'exit')
  return { status: child.process.exitCode, written: child.written() }
}

function run(args: readonly string[], env: Environment) {
  let written = ''
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      written += String(chunk)
    })
  return { process: child, written: () => written }
}

/** Sends bytes as they are, and answers all that comes back. `end`: says that no more will come. */
export async function sendRaw(port: number, bytes: string, end = false): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += String(chunk)
  })
  socket.on('error', () => undefined)
  if (end) socket.end(bytes)
  else socket.write(bytes)
  await once(socket, 'close')
  return answer
}
