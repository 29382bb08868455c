import { problemsInWords } from './cli/problems-in-words.ts'
import { writeEditorSchemas } from './cli/write-editor-schemas.ts'
import type { Changes } from './dev/dev-deps.ts'
import type { Journey } from './journey/journey.ts'
import type { FormsFiles } from './journey/source.ts'
import { type Definitions, loadDefinitions } from './load-definitions.ts'
import { watchForms } from './watch-forms.ts'

/** The definitions as they were last saved. */
export interface Edition {
  readonly definitions: Definitions
  /** The journeys that have errors now, as they were when they had none. */
  readonly lastSound: ReadonlyMap<string, Journey>
  /** Never the same again, not by another process either. */
  readonly revision: string
}

export interface Live extends Changes {
  readonly first: Edition
  /** Watches from now on; `swap` makes each edition what is served. */
  watch(swap: (edition: Edition) => Promise<void>): Promise<void>
  close(): Promise<void>
}

export interface LiveOptions {
  readonly formsDir: string
  /** To whoever looks at the terminal. */
  readonly say: (text: string) => void
  readonly now: () => number
}

/** Reads the definitions at every save. A journey that breaks keeps its last sound version; the others are as they are. */
export async function openLive({ formsDir, say, now }: LiveOptions): Promise<Live> {
  const load = async () => {
    const definitions = await loadDefinitions(formsDir, { forAuthors: true })
    writeEditorSchemas(formsDir, { ...definitions, contracts: definitions.actionsOf })
    return definitions
  }
  const started = now()
  const listeners = new Set<Parameters<Changes['subscribe']>[0]>()
  let closeWatch: () => Promise<void> = () => Promise.resolve()
  let number = 0
  let current: Edition = {
    definitions: await load(),
    lastSound: new Map(),
    revision: `${started}-0`,
  }
  say(wordsOf(current.definitions))

  async function reload(swap: (edition: Edition) => Promise<void>): Promise<void> {
    const definitions = await load()
    if (isSame(definitions, current.definitions)) return
    number += 1
    const next = {
      definitions,
      lastSound: lastSoundOf(definitions, current),
      revision: `${started}-${number}`,
    }
    await swap(next)
    current = next
    say(wordsOf(definitions))
    for (const listener of listeners) listener.next(next.revision)
  }

  return {
    first: current,
    subscribe: (listener) => {
      listeners.add(listener)
      listener.next(current.revision)
      return () => void listeners.delete(listener)
    },
    watch: async (swap) => {
      const tell = (error: unknown) =>
        say(
          `The definitions could not be read: ${error instanceof Error ? error.message : String(error)}\n`,
        )
      const again = oneAtATime(() => reload(swap).catch(tell))
      const watcher = await watchForms(formsDir, again, tell)
      closeWatch = watcher.close
      // What was saved between the first reading and the first look.
      again()
    },
    close: () => {
      for (const listener of listeners) listener.end()
      return closeWatch()
    },
  }
}

/** What was asked for while it ran is done once more after it. */
function oneAtATime(run: () => Promise<void>): () => void {
  let isRunning = false
  let isWanted = false
  return async function ask() {
    isWanted = true
    if (isRunning) return
    isRunning = true
    while (isWanted) {
      isWanted = false
      await run()
    }
    isRunning = false
  }
}

function lastSoundOf(now: Definitions, before: Edition): ReadonlyMap<string, Journey> {
  return new Map(
    [...now.broken].flatMap((id) => {
      const journey = before.definitions.journeys.get(id) ?? before.lastSound.get(id)
      return journey ? [[id, journey]] : []
    }),
  )
}

function isSame({ files: one }: Definitions, { files: other }: Definitions): boolean {
  const pictures = (files: FormsFiles) => [...(files.images ?? [])]
  return (
    one.texts.size === other.texts.size &&
    [...one.texts].every(([path, text]) => other.texts.get(path) === text) &&
    pictures(one).length === pictures(other).length &&
    pictures(one).every(([path, bytes]) => isSamePicture(bytes, other.images?.get(path)))
  )
}

function isSamePicture(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && Buffer.compare(one, other) === 0
}

function wordsOf({ problems, files, forms }: Definitions): string {
  return problemsInWords(problems, files, forms.journeys.length)
}
