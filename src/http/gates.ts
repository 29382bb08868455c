import type { MiddlewareHandler } from 'hono'
import type { Ctx, HttpEnv } from './context.ts'

/** Looks at a request before anything is done for it: notes something, answers it, or throws a `Refusal`. */
export type Gate = (c: Ctx) => Response | undefined

/** Several in a row, in one step: each step of its own costs a request more than what most of them look at. */
export function gates(...all: readonly Gate[]): MiddlewareHandler<HttpEnv> {
  return function passGates(c, next) {
    for (const gate of all) {
      const answer = gate(c)
      if (answer) return Promise.resolve(answer)
    }
    return next()
  }
}
