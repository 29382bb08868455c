import { randomUUID } from 'node:crypto'
import { link, readFile, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { identityOf, isRunning, type ProcessIdentity } from './process-identity.ts'
import { makeFolder } from './record-file.ts'
import { StoreLocked } from './store-errors.ts'

/** Where a running server takes commands from the command line: loopback only, with a token. */
export interface Control {
  readonly port: number
  readonly token: string
}

export interface LockHolder extends ProcessIdentity {
  readonly host: string
  /** Milliseconds since 1970. */
  readonly since: number
  readonly control?: Control
}

export interface Lock {
  /** Puts the control address into the lock file, which only its owner may read. */
  announce(control: Control): Promise<void>
  /** Says that we are alive. False: another process has taken the lock over, and nothing may be written any more. */
  renew(): Promise<boolean>
  release(): Promise<void>
}

interface LockFile extends LockHolder {
  readonly key: string
}

const FILE = 'lock.json'
/** A holder that cannot be looked at (another host or container) counts as gone after so long without a sign. */
const SILENCE = 30_000
/** A takeover is a matter of milliseconds; one that stopped half way stands in nobody's way for longer than this. */
const TAKEOVER = 10_000

/**
 * Takes the folder for this process, or throws StoreLocked with the words who holds it (R-REL-06). A lock whose process
 * is gone is taken over. `since` is milliseconds since 1970.
 */
export async function acquireLock(dir: string, since = Date.now()): Promise<Lock> {
  await makeFolder(dir)
  const path = join(dir, FILE)
  const mine: LockFile = {
    ...(await identityOf(process.pid)),
    host: hostname(),
    since,
    key: randomUUID(),
  }
  const draft = `${path}.${mine.key}.tmp`
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600, flag: 'wx' })
  try {
    if (!(await linkNew(draft, path))) await takeOver(draft, path)
  } finally {
    await unlink(draft).catch(() => undefined)
  }
  return createLock(path, mine)
}

/** The process that holds the folder now, if one does. */
export async function readLock(dir: string): Promise<LockHolder | undefined> {
  const path = join(dir, FILE)
  const holder = await readLockFile(path)
  return holder && (await isHeld(holder, path, Date.now())) ? holder : undefined
}

function createLock(path: string, mine: LockFile): Lock {
  const isMine = async () => (await readLockFile(path))?.key === mine.key
  return {
    announce: async (control) => {
      const draft = `${path}.${randomUUID()}.tmp`
      await writeFile(draft, JSON.stringify({ ...mine, control }), { mode: 0o600, flag: 'wx' })
      await rename(draft, path)
    },
    renew: async () => {
      if (!(await isMine())) return false
      await utimes(path, new Date(), new Date()).catch(() => undefined)
      return true
    },
    release: async () => {
      if (await isMine()) await unlink(path)
    },
  }
}

/** Two may find the same dead lock; the one that puts up the guard looks again, and replaces it if it is still dead. */
async function takeOver(draft: string, path: string): Promise<void> {
  const guard = `${path}.takeover`
  const { mtimeMs } = await stat(draft)
  const found = await readLockFile(path)
  if (found && (await isHeld(found, path, mtimeMs))) throw new StoreLocked(wordsOf(found))
  if (!(await linkNew(draft, guard))) {
    const age = mtimeMs - (await stat(guard).catch(() => ({ mtimeMs }))).mtimeMs
    if (age < TAKEOVER) throw new StoreLocked('Another process is just taking over the data folder')
    await unlink(guard)
    return takeOver(draft, path)
  }
  try {
    const now = await readLockFile(path)
    if (now && now.key !== found?.key) throw new StoreLocked(wordsOf(now))
    if (now) await unlink(path)
    if (!(await linkNew(draft, path)))
      throw new StoreLocked('Another process has just taken the data folder')
  } finally {
    await unlink(guard).catch(() => undefined)
  }
}

/** A process that can be looked at tells by itself; of any other, the last sign of life does. */
async function isHeld(holder: LockFile, path: string, now: number): Promise<boolean> {
  const { namespace } = await identityOf(process.pid)
  const isNear =
    namespace === holder.namespace && (namespace !== undefined || holder.host === hostname())
  if (isNear) return isRunning(holder)
  const sign = await stat(path).catch(() => undefined)
  return sign !== undefined && now - sign.mtimeMs < SILENCE
}

/** Undefined where there is none, or none that says who holds it: what nobody holds may be taken. */
async function readLockFile(path: string): Promise<LockFile | undefined> {
  try {
    const file = JSON.parse(await readFile(path, 'utf8')) as Partial<LockFile>
    return Number.isInteger(file.pid) && typeof file.key === 'string'
      ? (file as LockFile)
      : undefined
  } catch {
    return undefined
  }
}

async function linkNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function wordsOf({ pid, host, since }: LockHolder): string {
  return `Another process holds the data folder: pid ${pid} on ${host}, since ${new Date(since).toISOString()}. Stop it first, or use another DATA_DIR`
}
