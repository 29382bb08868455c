import type { Config } from '../config.ts'
import { readLock } from '../store/lock.ts'
import { openWorkplace } from '../workplace.ts'
import { type Commands, runHere, runThere } from './control.ts'

/** Runs a command that writes: through the running server where there is one, else on the data folder itself. */
export async function takeCommand<One extends keyof Commands>(
  config: Config,
  command: One,
  given: Commands[One]['given'],
): Promise<Commands[One]['answer']> {
  const holder = await readLock(config.dataDir)
  if (holder?.control) return runThere(holder.control, command, given)
  const workplace = await openWorkplace(config)
  try {
    return await runHere(workplace, command, given)
  } finally {
    await workplace.close()
  }
}
