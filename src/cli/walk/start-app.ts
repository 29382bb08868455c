import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** How long it may take to start, and to stop: milliseconds. */
const LONGEST_START = 60_000
const LONGEST_STOP = 15_000

/** The application, in development, on a data folder of its own that goes with it; for this machine alone. */
export interface StartedApp {
  readonly origin: string
  readonly dataDir: string
  /** Ends the process; the data folder stays for a look. */
  stop(): Promise<void>
  /** Ends the process where it runs still, and removes the folder. */
  remove(): Promise<void>
}

/** Starts the application on a free port. Throws, in words, where it does not start. */
export async function startApp(formsDir: string): Promise<StartedApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'footpath-walk-'))
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'src', 'main.ts')], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      DATA_DIR: dataDir,
      FORMS_DIR: formsDir,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'error',
      FOR_AUTHORS: 'no',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      const late = setTimeout(end, LONGEST_STOP)
      await ended
      clearTimeout(late)
    }
    process.off('exit', end)
  }
  const remove = async () => {
    await stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  let written = ''
  const ready = new Promise<string | undefined>((done) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        written += String(chunk)
        if (written.includes('is ready at')) done(undefined)
      })
    void ended.then(() => done(`The application did not start: ${written.trim()}`))
    setTimeout(() => done('The application did not start in a minute.'), LONGEST_START).unref()
  })
  const wrong = await ready
  if (wrong === undefined) return { origin: `http://localhost:${port}`, dataDir, stop, remove }
  await remove()
  throw new Error(wrong)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
