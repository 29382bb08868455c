import { onHtmx, POLL_HEADER } from './htmx-event.ts'

const LONGEST = 5 * 60_000
const started = new WeakSet<Element>()
let pressing: HTMLFormElement | undefined

let waiting = false

onHtmx('before:request', () => {
  waiting = true
})
onHtmx('finally:request', () => {
  waiting = false
})
onHtmx('config:request', ({ ctx }) => {
  if (ctx && ctx.sourceElement === pressing) ctx.request.headers[POLL_HEADER] = 'true'
})

/** Presses buttons that ask for it, until the page is another one; for five minutes at most. A 204 changes nothing. */
export function pollButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-poll]')) {
    if (started.has(button)) continue
    started.add(button)
    const until = Date.now() + LONGEST
    const timer = setInterval(() => {
      if (!button.isConnected || Date.now() > until) clearInterval(timer)
      else press(button)
    }, Number(button.dataset['poll']))
  }
}

/** Is this form being pressed by nobody, right now? */
export function isPressedByItself(form: EventTarget): boolean {
  return form === pressing
}

/** Not while an answer is awaited: a poll would take the place of what the person did. */
function press(button: HTMLButtonElement): void {
  const form = button.form
  if (!form || waiting) return
  pressing = form
  form.requestSubmit(button)
  pressing = undefined
}
