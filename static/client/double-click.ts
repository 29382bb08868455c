import { isPressedByItself } from './poll.ts'

const DEBOUNCE = 1000
const pressed = new WeakMap<EventTarget, number>()

/** A second press of the same form within a second is no press. The server ends both alike in any case. */
export function guardDoubleClicks(): void {
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      if (!form || isPressedByItself(form)) return
      const now = Date.now()
      if (now - (pressed.get(form) ?? 0) < DEBOUNCE) {
        event.preventDefault()
        event.stopImmediatePropagation()
      } else pressed.set(form, now)
    },
    true,
  )
}
