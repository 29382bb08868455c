import { urls } from '../urls.ts'
import { type PageFrame, renderPage } from './page.ts'
import { renderTemplate } from './templates.ts'

/** A message as the messages page of development shows it. */
export interface DevMessageView {
  readonly id: string
  /** ISO 8601. */
  readonly at: string
  readonly channel: string
  readonly to: string
  readonly subject?: string
  readonly text: string
  readonly html?: string
  readonly status: string
}

/** All of them, newest first; a call that rings can be answered. */
export function renderDevMessages(frame: PageFrame, messages: readonly DevMessageView[]): string {
  const title = 'Messages'
  const listed = messages.map((message) => ({
    ...message,
    href: `${urls.devMessages}/${message.id}`,
    answerHref: `${urls.devMessages}/${message.id}/answer`,
    rings:
      message.channel === 'call' && (message.status === 'ringing' || message.status === 'queued'),
  }))
  return renderPage(frame, {
    title,
    mainHtml: renderTemplate('dev/messages', {
      title,
      messages: listed,
      url: urls.devMessages,
      homeHref: urls.dev,
    }),
  })
}

/** An email as text and as HTML. */
export function renderDevMessage(frame: PageFrame, message: DevMessageView): string {
  const title = message.subject ?? 'Message'
  const view = {
    ...message,
    title,
    back: urls.devMessages,
    htmlHref: `${urls.devMessages}/${message.id}/html`,
  }
  return renderPage(frame, { title, mainHtml: renderTemplate('dev/message', view) })
}
