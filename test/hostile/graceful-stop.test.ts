import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findPort, type RunningServer, sendRaw, startServer } from './running-server.ts'

let dataDir = ''
let server: RunningServer
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'footpath-'))
})
afterEach(async () => {
  if (server.process.exitCode === null) await server.stop('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

/** A connection that stays open, and what came back on it. */
async function open(): Promise<{ socket: Socket; came: () => string; isOpen: () => boolean }> {
  const socket = connect(server.port, '127.0.0.1')
  let text = ''
  let closed = false
  socket.on('data', (chunk) => {
    text += String(chunk)
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    closed = true
  })
  await once(socket, 'connect')
  return { socket, came: () => text, isOpen: () => !closed }
}

const head = (...lines: readonly string[]) =>
  `${[...lines, `Host: localhost:${server.port}`].join('\r\n')}\r\n`
const get = (path: string) => `${head(`GET ${path} HTTP/1.1`)}\r\n`
/** Empty where no connection is taken. */
const ask = (path: string) =>
  sendRaw(server.port, `${head(`GET ${path} HTTP/1.1`, 'Connection: close')}\r\n`).catch(() => '')

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10))
}
const answers = (text: string) => text.split('HTTP/1.1 ').length - 1

it('R-REL-13: says first that it is not ready, and serves as before for a while; then only what is under way', async () => {
  server = await startServer(dataDir, await findPort(), { STOP_GRACE: '2' })
  const idle = await open()
  idle.socket.write(get('/readyz'))
  await until(() => answers(idle.came()) === 1 && idle.came().includes('"ready"'))
  const underWay = await open()
  const body = 'token=none'
  underWay.socket.write(
    `${head(
      'POST /log-out HTTP/1.1',
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
    )}\r\n${body.slice(0, 3)}`,
  )
  const ended = server.stop('SIGTERM')

  await until(async () => (await ask('/readyz')).startsWith('HTTP/1.1 503'))
  expect(idle.isOpen()).toBe(true)
  idle.socket.write(get('/healthz'))
  await until(() => answers(idle.came()) === 2)
  expect(await ask('/pages/help')).toMatch(/^HTTP\/1\.1 200[\s\S]*<\/html>\s*$/u)

  await until(async () => (await ask('/healthz')) === '')
  expect(underWay.isOpen()).toBe(true)
  underWay.socket.write(body.slice(3))
  await until(() => !underWay.isOpen())
  expect(underWay.came()).toMatch(/^HTTP\/1\.1 303[\s\S]*connection: close/iu)
  expect(await ended).toBe(0)
  server = await startServer(dataDir, server.port)
}, 60_000)

it('R-REL-13: asked to stop a second time it waits no longer', async () => {
  server = await startServer(dataDir, await findPort(), { STOP_GRACE: '50' })
  server.process.kill('SIGTERM')
  await until(async () => (await ask('/readyz')).startsWith('HTTP/1.1 503'))
  expect(await server.stop('SIGTERM')).toBe(0)
}, 60_000)
