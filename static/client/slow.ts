import { isPoll, onHtmx } from './htmx-event.ts'
import { say } from './region.ts'

const SLOW = 5000

/** After five seconds of waiting, says that it is not stuck; politely, and takes it back at the end. */
export function tellSlowness(): void {
  let timer: ReturnType<typeof setTimeout>
  onHtmx('before:request', (detail) => {
    clearTimeout(timer)
    if (!isPoll(detail)) timer = setTimeout(() => say('page-slow', 'slow'), SLOW)
  })
  onHtmx('finally:request', () => {
    clearTimeout(timer)
    say('page-slow')
  })
}
