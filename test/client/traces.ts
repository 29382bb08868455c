import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestServiceOptions } from './service.ts'

/** Where something that somebody typed, or was given, was left behind. */
export interface Traces {
  /** Makes the service leave its traces here. */
  readonly options: Pick<TestServiceOptions, 'log' | 'watch'>
  /** All that was logged, at every level. */
  log(): string
  /** All that a browser keeps in its history or tells other sites: addresses asked for and led to, titles of pages. */
  history(): string
  /** What cookies held. */
  readonly tokens: ReadonlySet<string>
}

export function createTraces(): Traces {
  const lines: string[] = []
  const history: string[] = []
  const tokens = new Set<string>()
  return {
    options: {
      log: pino({ level: 'trace' }, { write: (line) => void lines.push(line) }),
      watch(url, response) {
        history.push(decodeURIComponent(url), decodeURIComponent(toOf(response)))
        for (const cookie of response.headers.getSetCookie()) {
          const token = cookie.split(';')[0]?.split('=')[1]
          if (token) tokens.add(token)
        }
        void response
          .clone()
          .text()
          .then((html) => history.push(...titlesIn(html)))
      },
    },
    log: () => lines.join(''),
    history: () => history.join('\n'),
    tokens,
  }
}

/** Headers, too, may name an address. */
function toOf({ headers }: Response): string {
  const named = ['location', 'content-location', 'hx-redirect', 'hx-push-url', 'link', 'refresh']
  return named.map((name) => headers.get(name) ?? '').join(' ')
}

function titlesIn(html: string): readonly string[] {
  return [...html.matchAll(/<title>([\s\S]*?)<\/title>/gu)].map(([, title = '']) => title)
}

/**
 * All that a data folder holds, names of files included; but the messages page's own records, which exist in development
 * only: they stand for what has left the system.
 */
export function textOfFolder(dir: string): string {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/devMessages/'))
  return files.map((path) => `${path}\n${linesOf(path)}`).join('\n')
}

function linesOf(path: string): string {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !line.includes('"collection":"devMessages"'))
    .join('\n')
}

/** Those of the words that stand in a text: as whole words, whatever their case. */
export function foundIn(text: string, words: Iterable<string>): readonly string[] {
  return [...words].filter((word) => {
    const plain = word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    return new RegExp(`(?<![\\w-])${plain}(?![\\w-])`, 'iu').test(text)
  })
}
