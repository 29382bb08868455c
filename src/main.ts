import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { serveControl } from './cli/control.ts'
import { readConfig } from './config.ts'
import { createGracefulStop, type GracefulStop, type Stoppable } from './graceful-stop.ts'
import { createService, type Service } from './serve.ts'
import { createTurnEnd } from './turn-end.ts'
import { urls } from './urls.ts'

/** A proxy needs a few hundred; a flood must not take all file descriptors (R-WEB-16). */
const MOST_CONNECTIONS = 4_000

const assetsDir = join(fileURLToPath(new URL('..', import.meta.url)), 'dist', 'static')

async function start(): Promise<void> {
  const config = readConfig(process.env)
  if ('missing' in config)
    return refuse([
      'Footpath cannot start. It needs:',
      ...config.missing.map((one) => `  - ${one}`),
    ])
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: false }))
  const service = await createService(config, { log, assetsDir, say }).catch((error: unknown) => {
    refuse([error instanceof Error ? error.message : String(error)])
    return undefined
  })
  if (!service) return
  const control = await serveControl(service)
  await service.store.announce(control.address)
  let stopping: GracefulStop | undefined
  const turnEnd = createTurnEnd()
  const fetch: typeof service.app.fetch = async (request, ...rest) => {
    const response = await service.app.fetch(request, ...rest)
    await turnEnd()
    if (stopping?.isClosing()) response.headers.set('Connection', 'close')
    return response
  }
  const server = serve(
    {
      fetch,
      port: config.port,
      hostname: config.host,
      // R-WEB-16
      serverOptions: {
        // The longest upload; of all else the body is waited for 30 seconds (read-body.ts).
        requestTimeout: 10 * 60_000,
        headersTimeout: 10_000,
        keepAliveTimeout: 5_000,
        maxHeaderSize: 16 * 1024,
      },
    },
    () => tell(service, config.origin),
  )
  if ('maxRequestsPerSocket' in server) server.maxRequestsPerSocket = 1_000
  server.maxConnections = MOST_CONNECTIONS
  server.on('error', (error: NodeJS.ErrnoException) => {
    const words =
      error.code === 'EADDRINUSE'
        ? `Port ${config.port} is taken by another program. Set PORT to another one.`
        : error.message
    refuse([words])
    void service.close()
  })
  const gracefully = createGracefulStop(server as Stoppable, service, {
    grace: config.stopGrace,
    done: () => process.exit(0),
  })
  stopping = gracefully
  const { stop } = gracefully
  process.once('SIGTERM', control.close)
  process.once('SIGINT', control.close)
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('unhandledRejection', (reason) =>
    log.error(
      { fault: reason instanceof Error ? reason.name : typeof reason },
      'a promise was rejected unheard',
    ),
  )
}

function say(text: string): void {
  process.stdout.write(text)
}

/** One line when it is ready, and where to look. */
function tell({ journeys, services }: Service, origin: string): void {
  const lines = [
    `Footpath is ready at ${origin}`,
    ...[...journeys.values()].map(({ id, title }) => `  ${title}: ${origin}${urls.journey(id)}`),
    `  Admin: ${origin}${urls.admin}`,
    ...(services.development
      ? [`  Messages: ${origin}${urls.devMessages}`, `  For authors: ${origin}${urls.dev}`]
      : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** sysexits.h EX_CONFIG */
function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exitCode = 78
}

await start()
