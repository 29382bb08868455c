/** A page of somebody who was signed in, kept whole by the browser for Back, is asked for again: they may have logged out. */
export function hideAfterLogOut(): void {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && document.querySelector('#page-person form')) location.reload()
  })
}
