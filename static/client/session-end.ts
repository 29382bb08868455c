let timer: ReturnType<typeof setTimeout>

/** Two minutes before the session ends, asks whether somebody is there; whatever closes the question says yes (WCAG 2.2.1). */
export function warnOfEnd(): void {
  clearTimeout(timer)
  const dialog = document.querySelector('dialog')
  if (dialog) warnAfter(dialog, dialog.dataset['after'])
}

function warnAfter(dialog: HTMLDialogElement, wait: string | undefined): void {
  timer = setTimeout(() => dialog.showModal(), Number(wait))
  dialog.onclose = async () => {
    const answer = await fetch(dialog.dataset['stay'] as string)
    warnAfter(dialog, await answer.text())
  }
}
