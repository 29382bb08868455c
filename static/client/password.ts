/** Puts "Show" beside password boxes; the page itself has none, since without a script it could do nothing. */
export function offerToShowPasswords(): void {
  for (const group of document.querySelectorAll<HTMLElement>('.govuk-password-input')) {
    const input = group.querySelector('input')
    if (input && !group.querySelector('button')) addToggle(group, input)
  }
}

function addToggle(group: HTMLElement, input: HTMLInputElement): void {
  const words = (key: string) => group.dataset[`i18n.${key}`] ?? ''
  const button = document.createElement('button')
  const status = document.createElement('div')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary govuk-password-input__toggle'
  button.setAttribute('aria-controls', input.id)
  status.className = 'govuk-visually-hidden'
  status.setAttribute('role', 'status')

  const show = (shown: boolean) => {
    const key = `${shown ? 'hide' : 'show'}Password`
    input.type = shown ? 'text' : 'password'
    button.textContent = words(key)
    button.setAttribute('aria-label', words(`${key}AriaLabel`))
  }
  show(false)
  button.addEventListener('click', () => {
    const shown = input.type === 'password'
    show(shown)
    status.textContent = words(`password${shown ? 'Shown' : 'Hidden'}Announcement`)
  })
  // Or the browser would offer to keep it as ordinary text.
  input.form?.addEventListener('submit', () => show(false))
  input.after(button, status)
}
