let timer: ReturnType<typeof setTimeout>

/** Two minutes before the session ends, asks whether somebody is there; whatever closes the question says yes (WCAG 2.2.1). */
export function warnOfEnd(): void {
  clearTimeout(timer)
  const dialog = document.querySelector('dialog')
  if (dialog) warnAfter(dialog, dialog.dataset as Told)
}

/** `after`: milliseconds. `show`: what stands in the dialog only when it opens, since text browsers show every dialog. */
type Told = { readonly after: string; readonly stay: string; readonly show: string }

function warnAfter(dialog: HTMLDialogElement, told: Told, wait: string = told.after): void {
  timer = setTimeout(() => {
    dialog.innerHTML = told.show
    dialog.showModal()
  }, +wait)
  dialog.onclose = async () => warnAfter(dialog, told, await (await fetch(told.stay)).text())
}
