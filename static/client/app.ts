import 'htmx.org'
import { guardDoubleClicks } from './double-click.ts'
import { untickOthers } from './exclusive.ts'
import { tellFailures } from './failures.ts'
import { hideAfterLogOut } from './logged-out.ts'
import { offerToShowPasswords } from './password.ts'
import { pollButtons } from './poll.ts'
import { warnOfEnd } from './session-end.ts'
import { tellSlowness } from './slow.ts'

guardDoubleClicks()
tellFailures()
tellSlowness()
untickOthers()
hideAfterLogOut()
whenShown(offerToShowPasswords)
whenShown(pollButtons)
whenShown(warnOfEnd)

/** Now (the script is deferred: the page is there), and after each part that htmx puts in. */
function whenShown(prepare: () => void): void {
  prepare()
  document.addEventListener('htmx:after:swap', prepare)
}
