import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The Nu checker is a Java program. */
export const hasJava = spawnSync('java', ['-version']).status === 0

/** Upstream's date input has it: JAWS reads the hint then. */
const UPSTREAM = 'The “group” role is unnecessary for element “fieldset”.'

interface NuReport {
  readonly messages: readonly { readonly url: string; readonly message: string }[]
}

/** What the W3C's Nu checker finds on pages (name → HTML), all in one start of Java: `name: message`. */
export function nuFaults(pages: ReadonlyMap<string, string>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'footpath-nu-'))
  try {
    const names = [...pages.keys()]
    for (const [index, html] of [...pages.values()].entries())
      writeFileSync(join(folder, `${index}.html`), html)
    const nameOf = (url: string) => names[Number(/(\d+)\.html$/u.exec(url)?.[1])] ?? url
    const { messages } = check(folder)
    return messages
      .filter(({ message }) => message !== UPSTREAM)
      .map(({ url, message }) => `${nameOf(url)}: ${message}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function check(folder: string): NuReport {
  const require = createRequire(import.meta.url)
  const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar')
  const options = ['--format', 'json', '--stdout', '--exit-zero-always']
  const { status, stdout, stderr } = spawnSync(
    'java',
    ['-Xss4m', '-jar', jar, ...options, folder],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  if (status !== 0) throw new Error(`the Nu checker ended with ${status}: ${stderr}`)
  return JSON.parse(stdout)
}
