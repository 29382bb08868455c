import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { readConfig } from '../../src/config.ts'
import { createService, type Service } from '../../src/serve.ts'
import { createResident, type Resident } from './resident.ts'

export interface SentMessage {
  readonly id: string
  readonly channel: 'email' | 'sms' | 'call'
  readonly to: string
  readonly subject?: string
  readonly text: string
  readonly html?: string
  readonly status: string
}

/** A service in a folder of its own, with a clock that stands still until it is moved. */
export interface TestService {
  readonly origin: string
  readonly dataDir: string
  /** The service as it runs now. */
  readonly running: Service
  /** Lines that were logged as warnings or errors. */
  readonly logged: readonly LogLine[]
  resident(): Resident
  now(): number
  /** Moves the clock: milliseconds. */
  pass(milliseconds: number): void
  /** Everything that would have left, newest first, as /dev/messages.json tells it. */
  messages(): Promise<readonly SentMessage[]>
  /** The newest message to an address or number. */
  messageTo(to: string, channel?: SentMessage['channel']): Promise<SentMessage>
  /** The six digits in the newest message to an address or number. */
  codeTo(to: string): Promise<string>
  /** Plays the phone that rings: `press` with `#` unless told. */
  answerCall(
    to: string,
    outcome?: 'press' | 'no-answer' | 'busy' | 'hang-up' | 'not-possible',
    digits?: string,
  ): Promise<void>
  /** Stops the service and starts it again on the same folder. */
  restart(): Promise<void>
  close(): Promise<void>
}

export interface LogLine {
  readonly level: 'warn' | 'error'
  readonly about: object
  readonly words: string
}

export interface TestServiceOptions {
  readonly formsDir?: string
  readonly origin?: string
  readonly env?: Readonly<Record<string, string>>
  /** Takes the lines of the log; `logged` then stays empty. */
  readonly log?: Logger
  /** Is told of all that residents ask, and of what they are answered. */
  readonly watch?: (url: string, response: Response) => void
}

/** A Monday in term time, in summer: 10:00 in London. */
const START = Date.UTC(2026, 5, 15, 9)

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

export async function startTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const folder = mkdtempSync(join(tmpdir(), 'footpath-'))
  const dataDir = join(folder, 'data')
  const origin = options.origin ?? 'http://localhost:4399'
  const config = readConfig({
    PUBLIC_ORIGIN: origin,
    DATA_DIR: dataDir,
    FORMS_DIR: options.formsDir ?? 'forms',
    NODE_ENV: 'test',
    ...options.env,
  })
  if ('missing' in config) throw new Error(config.missing.join('; '))
  const assetsDir = writeAssets(folder)
  const logged: LogLine[] = []
  let at = START
  const now = () => at
  const line = (level: LogLine['level']) => (about: object, words: string) =>
    void logged.push({ level, about, words })
  const log = options.log ?? {
    info: () => undefined,
    warn: line('warn'),
    error: line('error'),
  }
  const start = () => createService(config, { log: log as never, assetsDir, now })
  let running = await start()
  const fetch = (url: string, init: RequestInit) => running.app.request(url, init)

  async function fetchWatched(url: string, init: RequestInit): Promise<Response> {
    const response = await fetch(url, init)
    options.watch?.(url, response)
    return response
  }

  async function messages(): Promise<readonly SentMessage[]> {
    await running.services.outbox.idle()
    const response = await fetch(`${origin}/dev/messages.json`, {})
    return (await response.json()) as readonly SentMessage[]
  }

  async function messageTo(to: string, channel?: SentMessage['channel']): Promise<SentMessage> {
    const all = await messages()
    const found = all.find(
      (one) => one.to === to && (channel === undefined || one.channel === channel),
    )
    if (!found)
      throw new Error(
        `no message to ${to}, but ${all.map((one) => `${one.channel} to ${one.to}`).join(', ')}`,
      )
    return found
  }

  return {
    origin,
    dataDir,
    logged,
    get running() {
      return running
    },
    resident: () => createResident(fetchWatched, origin),
    now,
    pass(milliseconds) {
      at += milliseconds
    },
    messages,
    messageTo,
    async codeTo(to) {
      const { text } = await messageTo(to)
      const code = /\b\d{6}\b/u.exec(text)?.[0]
      if (code === undefined) throw new Error(`no code in the message to ${to}`)
      return code
    },
    async answerCall(to, outcome = 'press', digits = '#') {
      const { id } = await messageTo(to, 'call')
      const response = await fetch(`${origin}/dev/messages/${id}/answer`, {
        method: 'POST',
        body: String(new URLSearchParams({ outcome, digits })),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
      })
      const { status } = (await response.json()) as { readonly status: string }
      if (status !== 'answered') throw new Error(`the call to ${to} did not ring: ${status}`)
    },
    async restart() {
      await running.close()
      running = await start()
    },
    async close() {
      await running.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Pages only name their style sheet and script: nobody here reads them. */
function writeAssets(folder: string): string {
  const names = { css: 'app-0.css', js: 'app-0.js', icon: 'favicon-0.svg', dev: 'dev-0.js' }
  for (const name of Object.values(names))
    for (const ending of ['', '.br', '.gz']) writeFileSync(join(folder, name + ending), 'x')
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ inputs: '', ...names }))
  return folder
}
