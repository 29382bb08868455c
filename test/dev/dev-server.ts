import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createResident, type Resident } from '../client/resident.ts'
import { type Forms, writeForms } from '../format/write-forms.ts'
import { findPort, type RunningServer, startServer } from '../hostile/running-server.ts'

/** `footpath dev`, in a process of its own, with an author who saves files. */
export interface DevServer extends RunningServer {
  readonly formsDir: string
  readonly dataDir: string
  resident(): Resident
  /** Saves a file in place, and waits until pages are told of it. */
  save(path: string, text: string): Promise<void>
  /** Saves as some editors do: another file takes the place of the old one. */
  saveByRename(path: string, text: string): Promise<void>
  remove(path: string): Promise<void>
  /** Waits until pages are told of something new that `change` did. */
  after(change: () => void): Promise<void>
  end(): Promise<void>
}

export async function startDev(forms: Forms): Promise<DevServer> {
  const { dir, remove } = writeForms(forms)
  const dataDir = mkdtempSync(join(tmpdir(), 'footpath-dev-'))
  const env = { FORMS_DIR: dir, FOR_AUTHORS: 'yes', LOG_LEVEL: 'warn' }
  const server = await startServer(dataDir, await findPort(), env, ['src/cli/footpath.mjs', 'dev'])
  const changes = await listenTo(server.origin)
  const after = async (change: () => void) => {
    const next = changes.next()
    change()
    await next
  }
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return {
    ...server,
    formsDir: dir,
    dataDir,
    resident: () => createResident((url, init) => fetch(url, init), server.origin),
    after,
    save: (path, text) => after(() => write(path, text)),
    saveByRename: (path, text) =>
      after(() => {
        write(`${path}~`, text)
        renameSync(join(dir, `${path}~`), join(dir, path))
      }),
    remove: (path) => after(() => rmSync(join(dir, path), { recursive: true })),
    end: async () => {
      await server.stop()
      remove()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** What pages are told: the revisions after the one that is there now. */
async function listenTo(origin: string): Promise<{ next(): Promise<string> }> {
  const response = await fetch(`${origin}/dev/changes`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<string> => {
    for (;;) {
      const told = /^data: ?(.*)$/mu.exec(text)
      if (told && text.includes('\n\n')) {
        text = text.slice(text.indexOf('\n\n') + 2)
        return told[1] ?? ''
      }
      const read = await reader?.read()
      if (!read || read.done) throw new Error('nobody tells of changes any more')
      text += read.value
    }
  }
  await next()
  return { next }
}
