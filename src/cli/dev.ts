import { ASSET_FOLDERS, buildAssets } from './build-assets.ts'
import { formsDir } from './load-forms.ts'
import type { Out } from './out.ts'

export const DEV_HELP = `npx footpath dev

Serves the journeys in forms/ (or FORMS_DIR) on http://localhost:3000 (or PORT), and reads them again at every save.
Answers and places stay. Pages that are open load themselves again; without JavaScript the next page is the new one.
A journey that breaks shows what is wrong, as check does, with a link to its last sound version. Ctrl+C stops it.
Exit status: 0 it was stopped, 2 it could not run, 78 it could not start.
`

/** `dev`: serves until it is stopped; answers the exit status where it does not start. */
export async function runDev(args: readonly string[], out: Out): Promise<number> {
  const [arg] = args
  if (arg !== undefined) return out.fail(`It takes no "${arg}".\n\n${DEV_HELP}`)
  if (process.env['NODE_ENV'] === 'production')
    return out.fail('footpath dev is for development. In production use npm start.\n')
  try {
    formsDir()
    await buildAssets(ASSET_FOLDERS)
  } catch (error) {
    return out.fail(`It could not run: ${error instanceof Error ? error.message : String(error)}\n`)
  }
  process.env['WATCH_FORMS'] = 'yes'
  await import('../main.ts')
  return Number(process.exitCode ?? 0)
}
