import type { MainView } from './page.ts'
import { renderTemplate } from './templates.ts'
import { wordsOf } from './words.ts'

/** Someone has saved answers, and has given new ones before they signed in: which are to be kept? */
export function renderChoice(view: {
  readonly language: string
  readonly title: string
  readonly url: string
  readonly token: string
}): MainView {
  const words = wordsOf(view.language)
  const { title } = words.choice
  return {
    title,
    mainHtml: renderTemplate('choice-page', {
      ...view,
      words,
      heading: title,
      journey: view.title,
    }),
  }
}
