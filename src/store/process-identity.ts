import { readFile, readlink } from 'node:fs/promises'

/** Which process a pid meant: pids are given out again, and mean something else in another container. */
export interface ProcessIdentity {
  readonly pid: number
  /** In ticks since the machine started; absent where there is no /proc. */
  readonly startTime?: string
  /** This start of the machine and its table of pids; absent where there is no /proc. */
  readonly namespace?: string
}

export async function identityOf(pid: number): Promise<ProcessIdentity> {
  const [startTime, namespace] = await Promise.all([startTimeOf(pid), findNamespace()])
  return { pid, ...(startTime && { startTime }), ...(namespace && { namespace }) }
}

/** Whether that very process still runs; a dead one that nobody has collected yet does not. */
export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  if (identity.startTime !== undefined)
    return (await startTimeOf(identity.pid)) === identity.startTime
  try {
    process.kill(identity.pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function startTimeOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The second of the fields is the program's name in brackets, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state] = fields
  return state === 'Z' || state === 'X' ? undefined : fields[19]
}

async function findNamespace(): Promise<string | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    return `${boot.trim()} ${await readlink('/proc/self/ns/pid')}`
  } catch {
    return undefined
  }
}
