/** What programs need to run at all. */
const KEPT = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP']

/**
 * Runs with nothing else in the environment: a journey's own actions that are tried find no key there with which they
 * could do something in the world. What was there is there again afterwards.
 */
export async function withBareEnvironment<T>(run: () => Promise<T>): Promise<T> {
  const before = { ...process.env }
  for (const name of Object.keys(before)) if (!KEPT.includes(name)) delete process.env[name]
  try {
    return await run()
  } finally {
    Object.assign(process.env, before)
  }
}
