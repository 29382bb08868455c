import type { Result, Router } from 'hono/router'

/** How many addresses are remembered. */
const KEPT = 1000

/** A router that looks an address up once: the same few hundred are asked for again and again. */
export function rememberMatches<T>(router: Router<T>): Router<T> {
  const known = new Map<string, Result<T>>()
  return {
    name: router.name,
    add(method, path, handler) {
      known.clear()
      router.add(method, path, handler)
    },
    match(method, path) {
      const key = `${method} ${path}`
      const before = known.get(key)
      if (before) return before
      const found = router.match(method, path)
      const [oldest] = known.keys()
      if (known.size >= KEPT && oldest !== undefined) known.delete(oldest)
      known.set(key, found)
      return found
    },
  }
}
