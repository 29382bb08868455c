import type { MainView } from './page.ts'
import { renderTemplate } from './templates.ts'
import { wordsOf } from './words.ts'

/** The journeys that staff may work on, with the number of cases that are open. */
export function renderAdminHome(view: {
  readonly journeys: readonly {
    readonly title: string
    readonly href: string
    readonly open: number
  }[]
  readonly notices: readonly string[]
}): MainView {
  const title = 'Requests'
  const words = wordsOf('en')
  return { title, mainHtml: renderTemplate('admin/home', { ...view, title, words, errors: [] }) }
}
