import { isPoll, onHtmx } from './htmx-event.ts'
import { say } from './region.ts'

const REGION = 'page-failed'

/** Says in words that a request failed, and never lets a proxy's error page empty the page. */
export function tellFailures(): void {
  onHtmx('before:swap', (detail, event) => {
    const main = detail.tasks?.find(({ type }) => type === 'main')
    const failed = Number(detail.ctx?.response?.status) >= 500
    const isEmpty = main && !main.fragment.querySelector('main')
    if (!isEmpty && !(failed && isPoll(detail))) return
    event.preventDefault()
    if (!isPoll(detail)) tell('broken')
  })
  onHtmx('error', (detail) => {
    if (detail.ctx && !isPoll(detail)) tell('down')
  })
  onHtmx('after:swap', () => say(REGION))
}

function tell(what: 'broken' | 'down'): void {
  say(REGION, what)?.focus()
}
