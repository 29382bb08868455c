import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const footpath = join(import.meta.dirname, '../../src/cli/footpath.mjs')

describe('a command in a clone where nothing is installed', () => {
  let root = ''
  afterEach(() => rmSync(root, { recursive: true }))

  /** A clone that has the command, and something in place of what installs. */
  function run(install: string) {
    root = mkdtempSync(join(tmpdir(), 'footpath-clone-'))
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    write('package.json', '{ "type": "module" }')
    write('src/cli/ensure-installed.mjs', install)

    copyFileSync(footpath, join(root, 'src/cli/footpath.mjs'))
    const args = [join(root, 'src/cli/footpath.mjs'), 'check', 'x']
    return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  }

  it('ends with 2, and without a stack of calls, where that cannot be installed', () => {
    const { status, stderr } = run('process.stderr.write("no network\\n"); process.exit(1)')
    expect(status).toBe(2)
    expect(stderr).toContain('no network')
    expect(stderr).not.toContain('at ')
  })
})
