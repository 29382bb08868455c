import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const PLACES = [process.env['FIREFOX'], '/usr/bin/firefox-esr', '/usr/bin/firefox']

/** Where Firefox is on this machine, if it is. */
export const firefox = PLACES.find((one) => one !== undefined && existsSync(one))

/** Firefox, driven by its own remote protocol: WebDriver's commands over a socket, without a driver beside it. */
export interface Firefox {
  ask(command: string, params?: object): Promise<unknown>
  close(): Promise<void>
}

const PREFS = {
  'marionette.port': 0,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
}

/** Starts it, with a profile of its own in that folder. */
export async function startFirefox(path: string, folder: string): Promise<Firefox> {
  const prefs = Object.entries(PREFS).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  writeFileSync(join(folder, 'user.js'), prefs.join('\n'))
  const child = spawn(path, ['--marionette', '--headless', '--no-remote', '--profile', folder], {
    env: { ...process.env, HOME: folder },
    stdio: 'ignore',
  })
  const socket = connect(await portIn(folder, child), '127.0.0.1')
  const ask = talkOver(socket)
  await ask('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } })
  return {
    ask,
    async close() {
      const ended = once(child, 'exit')
      socket.destroy()
      child.kill()
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(late)
    },
  }
}

async function portIn(folder: string, child: ChildProcess): Promise<number> {
  const file = join(folder, 'MarionetteActivePort')
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (/^\d+$/u.test(text.trim())) return Number(text)
    await pause(100)
  }
  throw new Error('Firefox did not start')
}

/** Each message is its length, a colon, and `[kind, number, …]` as JSON. */
function talkOver(socket: Socket): Firefox['ask'] {
  const waiting = new Map<number, (answer: readonly [unknown, unknown]) => void>()
  let read: Buffer = Buffer.alloc(0)
  let hasGreeted: () => void = () => undefined
  const greeting = new Promise<void>((resolve) => {
    hasGreeted = resolve
  })
  socket.on('data', (data: Buffer) => {
    read = Buffer.concat([read, data])
    for (let colon = read.indexOf(':'); colon > 0; colon = read.indexOf(':')) {
      const end = colon + 1 + Number(read.toString('utf8', 0, colon))
      if (read.length < end) return
      const told: unknown = JSON.parse(read.toString('utf8', colon + 1, end))
      read = read.subarray(end)
      if (!Array.isArray(told)) hasGreeted()
      else waiting.get(Number(told[1]))?.([told[2], told[3]])
    }
  })
  let count = 0
  return async (command, params = {}) => {
    await greeting
    const id = ++count
    const text = JSON.stringify([0, id, command, params])
    const answered = new Promise<readonly [unknown, unknown]>((resolve) => waiting.set(id, resolve))
    socket.write(`${Buffer.byteLength(text)}:${text}`)
    const [error, value] = await answered
    if (error) throw new Error(`${command}: ${(error as { message?: string }).message ?? ''}`)
    return value
  }
}
