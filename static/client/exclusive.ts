/** "None of these" unticks the rest, and the rest untick it. */
export function untickOthers(): void {
  document.addEventListener('change', ({ target: box }) => {
    if (!(box instanceof HTMLInputElement && box.type === 'checkbox' && box.checked)) return
    for (const other of box.form?.elements ?? []) {
      if (!(other instanceof HTMLInputElement) || other === box || other.name !== box.name) continue
      if (isExclusive(box) || isExclusive(other)) other.checked = false
    }
  })
}

function isExclusive({ dataset }: HTMLInputElement): boolean {
  return dataset['behaviour'] === 'exclusive'
}
