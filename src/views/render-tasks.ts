import { renderComponent } from './components.ts'
import type { StepPage, TaskView } from './step-page.ts'
import { renderTemplate } from './templates.ts'
import type { EngineWords } from './words.ts'

/** The tasks of a list, with how each stands; how many are done is said above them. */
export function renderTasks(
  page: StepPage,
  tasks: readonly TaskView[],
  words: EngineWords,
): string {
  const done = tasks.filter(({ state }) => state === 'completed').length
  const items = tasks.map((task) => ({
    title: task.post === undefined ? { text: task.title } : { html: linkHtml(page, task) },
    ...(task.href !== undefined && { href: task.href }),
    status: statusOf(task, words),
  }))
  const said = renderTemplate('parts/tasks-done', { text: words.tasksDone(done, tasks.length) })
  return `${said}${renderComponent('task-list', { idPrefix: 'task', items })}`
}

/** Another journey is gone through by a press, as a link to one is. */
function linkHtml({ url, token }: StepPage, { title, post }: TaskView): string {
  return renderTemplate('parts/links', { url, token, links: [{ label: title, post }] })
}

function statusOf({ state }: TaskView, words: EngineWords) {
  switch (state) {
    case 'completed':
      return { text: words.completed }
    case 'cannot-start':
      return { text: words.cannotStart, classes: 'govuk-task-list__status--cannot-start-yet' }
    case 'in-progress':
      return { tag: { text: words.inProgress, classes: 'govuk-tag--light-blue' } }
    case 'not-started':
      return { tag: { text: words.notStarted, classes: 'govuk-tag--blue' } }
  }
}
