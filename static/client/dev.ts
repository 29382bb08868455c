// Development only: a page loads itself again when the definitions were saved, with what was typed in its boxes.
const script = document.currentScript as HTMLScriptElement | null
const { revision = '', href = '' } = script?.dataset ?? {}

/** Pages follow one another without the document being another: each has its own. */
const keyOf = () => `footpath typed ${location.pathname}`

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
interface Kept {
  readonly typed: readonly (readonly [name: string, value: string, isTicked?: boolean])[]
  /** Id of what had the focus. */
  readonly focus: string | undefined
}

let source: EventSource | undefined
listen()
restore()
// A browser has six connections to one server: a page that nobody sees holds none.
document.addEventListener('visibilitychange', listen)

function listen(): void {
  source?.close()
  source = undefined
  if (document.visibilityState === 'hidden') return
  source = new EventSource(href)
  source.onmessage = ({ data }) => {
    if (data === revision) return
    source?.close()
    keep()
    location.reload()
  }
}

/** No secrets: they are typed again. */
function boxes(): readonly Box[] {
  const all = document.querySelectorAll<Box>(
    'main input[name], main textarea[name], main select[name]',
  )
  return [...all].filter(
    (box) =>
      !['hidden', 'password', 'file', 'submit'].includes(box.type) &&
      box.autocomplete !== 'one-time-code',
  )
}

function isTick(box: Box): box is HTMLInputElement {
  return box.type === 'radio' || box.type === 'checkbox'
}

function keep(): void {
  const typed = boxes().map((box) => [box.name, box.value, isTick(box) && box.checked] as const)
  const kept: Kept = { typed, focus: document.activeElement?.id }
  // The page of a definition that is broken has no boxes: what was typed before it waits until it is sound.
  if (typed.length > 0) sessionStorage.setItem(keyOf(), JSON.stringify(kept))
}

function restore(): void {
  const found = boxes()
  const text = sessionStorage.getItem(keyOf())
  if (text === null || found.length === 0) return
  sessionStorage.removeItem(keyOf())
  const { typed, focus } = JSON.parse(text) as Kept
  const rest = [...typed]
  for (const box of found) {
    const at = rest.findIndex(
      ([name, value]) => name === box.name && (!isTick(box) || value === box.value),
    )
    const [kept] = at < 0 ? [] : rest.splice(at, 1)
    if (!kept) continue
    if (isTick(box)) box.checked = kept[2] ?? false
    else box.value = kept[1]
  }
  if (focus) document.getElementById(focus)?.focus()
}

export {}
