import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PORT = 4300

export const baseURL = `http://localhost:${PORT}`

/** The environment of the service that the browser tests walk. */
export const SERVICE = {
  PORT: String(PORT),
  PUBLIC_ORIGIN: baseURL,
  LOG_LEVEL: 'error',
  FOR_AUTHORS: 'no',
  DATA_DIR: `${ROOT}test-results/browser-data`,
} as const

/** The link with which a new member of staff begins; by the command, as an operator adds one. */
export function addStaff(email: string): string {
  const output = execFileSync(
    process.execPath,
    [`${ROOT}src/cli/footpath.mjs`, 'staff', 'add', email],
    { env: { ...process.env, ...SERVICE }, encoding: 'utf8' },
  )
  const link = /https?:\S+/u.exec(output)?.[0]
  if (!link) throw new Error(`no link in: ${output}`)
  return link
}
