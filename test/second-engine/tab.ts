import { setTimeout as pause } from 'node:timers/promises'
import type { Firefox } from './marionette.ts'

/** A tab in which somebody reads and presses what is called by its words. Each waits until it is there. */
export interface Tab {
  visit(url: string): Promise<void>
  fill(label: string, text: string): Promise<void>
  /** A radio or check box. */
  tick(label: string): Promise<void>
  press(words: string, times?: 1 | 2): Promise<void>
  back(): Promise<void>
  /** Runs a script in the page; it answers with `return`. */
  run<T>(script: string, args?: readonly unknown[]): Promise<T>
  /** Until a script is true. */
  until(script: string): Promise<void>
  at(path: string): Promise<void>
  /** Drops all cookies: what comes next is somebody else's. */
  forget(): Promise<void>
}

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

const BY_LABEL = `
  const wanted = arguments[0]
  const labels = [...document.querySelectorAll('main label')]
  const label = labels.find((one) => one.textContent.trim() === wanted)
  return label && document.getElementById(label.htmlFor)`
const BY_WORDS = `
  return [...document.querySelectorAll('main button, main a')]
    .find((one) => one.textContent.trim().replace(/\\s+/gu, ' ') === arguments[0] && one.offsetParent)`

export function createTab({ ask }: Firefox): Tab {
  const run = async <T>(script: string, args: readonly unknown[] = []): Promise<T> =>
    ((await ask('WebDriver:ExecuteScript', { script, args })) as { value: T }).value
  const found = async (script: string, words: string): Promise<string> => {
    for (let tries = 0; tries < 200; tries++) {
      const element = await run<Record<string, string> | null>(script, [words]).catch(() => null)
      const id = element?.[ELEMENT]
      if (id !== undefined) return id
      await pause(100)
    }
    throw new Error(`there is no "${words}" on ${await run<string>('return location.pathname')}`)
  }
  const until = async (script: string) => {
    for (let tries = 0; tries < 200; tries++) {
      if (await run<boolean>(`return ${script}`).catch(() => false)) return
      await pause(100)
    }
    const where = await run<string>('return [location.pathname, document.title].join(" ")')
    throw new Error(`never so on ${where}: ${script}`)
  }
  const tab: Tab = {
    run,
    until,
    visit: async (url) => void (await ask('WebDriver:Navigate', { url })),
    back: async () => void (await ask('WebDriver:Back')),
    at: (path) => until(`location.pathname === ${JSON.stringify(path)}`),
    forget: async () => void (await ask('WebDriver:DeleteAllCookies')),
    async fill(label, text) {
      const id = await found(BY_LABEL, label)
      await ask('WebDriver:ElementClear', { id })
      await ask('WebDriver:ElementSendKeys', { id, text })
    },
    tick: async (label) =>
      void (await ask('WebDriver:ElementClick', { id: await found(BY_LABEL, label) })),
    async press(words, times = 1) {
      const id = await found(BY_WORDS, words)
      if (times === 1) await ask('WebDriver:ElementClick', { id })
      else
        await run('arguments[0].click(); arguments[0].click()', [{ [ELEMENT]: id }]).catch(
          () => undefined,
        )
    },
  }
  return tab
}
