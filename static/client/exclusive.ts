/** "None of these" unticks the rest, and the rest untick it. */
export function untickOthers(): void {
  document.addEventListener('change', ({ target }) => {
    const box = target as HTMLInputElement
    if (!box.checked) return
    for (const other of document.querySelectorAll<HTMLInputElement>('[type=checkbox]')) {
      const rival = other !== box && other.name === box.name
      if (rival && (isExclusive(box) || isExclusive(other))) other.checked = false
    }
  })
}

function isExclusive({ dataset }: HTMLInputElement): boolean {
  return dataset['behaviour'] === 'exclusive'
}
