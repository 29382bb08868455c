const KEY = 'logged-out'

/** A page that the browser kept whole is asked for again once somebody has logged out after it was shown. */
export function hideAfterLogOut(): void {
  document.addEventListener('submit', ({ target }) => {
    if ((target as Element).closest('#person')) keep(String(Date.now()))
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && Number(keep()) > performance.timeOrigin) location.reload()
  })
}

/** Storage may be forbidden: then there is nothing to remember. */
function keep(time?: string): string | null {
  try {
    if (time) localStorage.setItem(KEY, time)
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
