import { isPoll, onHtmx } from './htmx-event.ts'

/** Says in words that a request failed, and never lets a proxy's error page empty the page. */
export function tellFailures(): void {
  onHtmx('before:swap', (detail, event) => {
    const main = detail.tasks?.find(({ type }) => type === 'main')
    if (isPoll(detail) && (detail.ctx?.response?.status ?? 0) >= 500) event.preventDefault()
    else if (main && !main.fragment.querySelector('#main')) {
      event.preventDefault()
      tell('broken')
    }
  })
  onHtmx('error', (detail) => {
    if (detail.ctx && !isPoll(detail)) tell('down')
  })
  onHtmx('after:swap', () => {
    const box = document.getElementById('request-failed')
    if (box) box.hidden = true
  })
}

function tell(what: 'broken' | 'down'): void {
  const box = document.getElementById('request-failed')
  if (!box) return
  box.textContent = box.dataset[what] ?? ''
  box.hidden = false
  box.focus()
}
