import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** As `npm start` has it, and what is asked for besides. */
const NODE_OPTIONS = [
  ...(JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).scripts.start as string)
    .split(' ')
    .filter((part) => part.startsWith('--')),
  ...(process.env['BENCH_NODE_OPTIONS'] ?? '').split(' ').filter(Boolean),
]

/** What `npm start` does before. */
export function buildService(): void {
  for (const file of ['build-assets.ts', 'build-server.mjs'])
    spawnSync(process.execPath, ['--import', 'tsx', `src/cli/${file}`], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export interface Service {
  readonly port: number
  readonly pid: number
  /** From the start of the process to the whole first page. */
  readonly milliseconds: number
  stop(): Promise<void>
}

/** Starts the service as `npm start` does, on an empty data folder, and asks until the page is there. */
export async function startService(
  dataDir: string,
  firstPage: string,
  env: Readonly<Record<string, string>>,
): Promise<Service> {
  const port = await freePort()
  const start = performance.now()
  const child = spawn(process.execPath, [...NODE_OPTIONS, 'dist/main.js'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      FOR_AUTHORS: 'no',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await isThere(`http://127.0.0.1:${port}${firstPage}`))) {
    if (child.exitCode !== null || performance.now() - start > 15_000)
      throw new Error('the service did not start')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const milliseconds = performance.now() - start
  return { port, pid: child.pid ?? 0, milliseconds, stop: () => ended(child, 'SIGTERM') }
}

async function isThere(url: string): Promise<boolean> {
  const response = await fetch(url, { headers: { connection: 'close' } }).catch(() => undefined)
  return (await response?.text()) !== undefined && response?.status === 200
}

/** A process of ours that is told things and answers each. */
export interface Helper {
  readonly pid: number
  ask<T>(told: object): Promise<T>
  stop(): Promise<void>
}

export function startHelper(name: 'bare-server' | 'load'): Helper {
  const child = fork(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  })
  return {
    pid: child.pid ?? 0,
    ask: (told) =>
      new Promise((resolve, reject) => {
        const gone = () => reject(new Error(`${name} ended`))
        child.once('exit', gone).once('message', (answer) => {
          child.off('exit', gone)
          resolve(answer as never)
        })
        child.send(told)
      }),
    stop: () => ended(child),
  }
}

async function ended(child: ChildProcess, signal?: 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null) return
  const end = new Promise((resolve) => child.once('exit', resolve))
  if (signal) child.kill(signal)
  else child.disconnect()
  await end
}

/** CPU time of a process so far, in microseconds; undefined where the system does not tell. */
export function cpuOf(pid: number): number | undefined {
  const stat = readProc(`/proc/${pid}/stat`)?.split(') ')[1]?.split(' ')
  // proc(5): utime and stime, in ticks of 10 ms.
  return stat && (Number(stat[11]) + Number(stat[12])) * 10_000
}

/** Memory of a process, in bytes; undefined where the system does not tell. */
export function memoryOf(pid: number): number | undefined {
  const kib = /VmRSS:\s+(\d+) kB/u.exec(readProc(`/proc/${pid}/status`) ?? '')?.[1]
  return kib === undefined ? undefined : Number(kib) * 1024
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
