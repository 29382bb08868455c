import { Hono } from 'hono'

/** For whoever runs the service: is the process there, may it be sent requests? No session, no cookie. */
export function healthRoutes(state: { readonly isReady: () => boolean }): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', (c) =>
    state.isReady() ? c.json({ status: 'ready' }) : c.json({ status: 'not ready' }, 503),
  )
  return app
}
