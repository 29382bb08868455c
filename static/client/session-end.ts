let timer: ReturnType<typeof setTimeout>

/** Two minutes before the session ends, asks whether somebody is there; whatever closes the question says yes (WCAG 2.2.1). */
export function warnOfEnd(): void {
  clearTimeout(timer)
  const dialog = document.querySelector('dialog')
  if (dialog) warnAfter(dialog, dialog.dataset['after'])
}

function warnAfter(dialog: HTMLDialogElement, wait: string | undefined): void {
  timer = setTimeout(() => {
    fill(dialog)
    dialog.showModal()
  }, Number(wait))
  dialog.onclose = async () => {
    const answer = await fetch(dialog.dataset['stay'] as string)
    warnAfter(dialog, await answer.text())
  }
}

/** Its words come only now: text browsers show the content of every dialog. */
function fill(dialog: HTMLDialogElement): void {
  const { title, line, answer } = dialog.dataset
  const heading = made('p', 'govuk-heading-m', title)
  heading.id = 'end-title'
  dialog.setAttribute('aria-labelledby', heading.id)
  const button = made('button', 'govuk-button', answer)
  button.onclick = () => dialog.close()
  dialog.replaceChildren(heading, made('p', 'govuk-body', line), button)
}

function made(tag: string, style: string, words = ''): HTMLElement {
  const element = document.createElement(tag)
  element.className = style
  element.textContent = words
  return element
}
