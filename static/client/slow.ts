import { isPoll, onHtmx } from './htmx-event.ts'

const SLOW = 5000

/** After five seconds of waiting, says that it is not stuck; politely, and takes it back at the end. */
export function tellSlowness(): void {
  let timer: ReturnType<typeof setTimeout>
  onHtmx('before:request', (detail) => {
    if (isPoll(detail)) return
    clearTimeout(timer)
    timer = setTimeout(() => say(true), SLOW)
  })
  onHtmx('finally:request', (detail) => {
    if (isPoll(detail)) return
    clearTimeout(timer)
    say(false)
  })
}

function say(slow: boolean): void {
  const box = document.getElementById('request-slow')
  if (box) box.textContent = slow ? (box.dataset['slow'] ?? '') : ''
}
