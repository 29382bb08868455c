import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { App } from '../http/context.ts'
import { urls } from '../urls.ts'
import type { Changes } from './dev-deps.ts'

/** After how long a page asks again that was left alone: milliseconds. */
const RETRY = 500

/** Tells pages that are open of each edition of the definitions (server-sent events), for as long as they listen. */
export function changeRoutes(changes: Changes): App {
  const app: App = new Hono()
  app.get(urls.devChanges, (c) =>
    streamSSE(c, async (stream) => {
      let leave: (() => void) | undefined
      await new Promise<void>((end) => {
        stream.onAbort(end)
        const next = (data: string) => void stream.writeSSE({ data, retry: RETRY })
        leave = changes.subscribe({ next, end })
      })
      leave?.()
    }),
  )
  return app
}
