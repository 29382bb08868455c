import type { Untranslated } from '../journey/journey.ts'
import { urls } from '../urls.ts'
import type { AccountWords } from './account-words.ts'
import { type MainView, type PageFrame, renderPage } from './page.ts'
import type { JourneyLink } from './render-pages.ts'
import type { SummarySection } from './step-page.ts'
import { renderTemplate } from './templates.ts'
import { withLanguages } from './untranslated.ts'
import { wordsOf } from './words.ts'

/** Something that the person has sent. */
export interface SentLink {
  readonly reference: string
  readonly title: string
  /** The language of the title, where that is not the page's. */
  readonly foreign?: string
  /** The same of how it stands. */
  readonly stateForeign?: string
  /** How it stands, in plain words. */
  readonly state: string
  /** The day in words. */
  readonly sentOn: string
  /** Where they answer what staff ask again. */
  readonly more?: string
}

/** A form that the person has begun and not sent. */
export interface DraftLink {
  readonly journey: string
  readonly title: string
  /** The language of the title, where that is not the page's. */
  readonly foreign?: string
  /** The last day in words. */
  readonly until: string
  readonly daysLeft: number
}

/** What a person's login says of them. */
export interface PersonDetails {
  readonly name: string
  readonly email: string
  /** The last digits of the phone; absent: there is none. */
  readonly phoneEnding?: string
  /** How to reach those who can change it. */
  readonly contact?: string
}

export interface AccountView {
  readonly name: string
  readonly details: PersonDetails
  readonly requests: readonly SentLink[]
  readonly drafts: readonly DraftLink[]
  /** They have begun a form too that has a mistake in its definition now. */
  readonly hasUnavailable: boolean
  readonly others: readonly JourneyLink[]
  /** What they can change about their login. */
  readonly changes: readonly JourneyLink[]
  readonly notices: readonly string[]
}

/** A signed-in person's own page: what they have sent, what they have begun, what they may begin. */
export function renderAccount(frame: PageFrame, view: AccountView): string {
  const words = wordsOf(frame.language)
  const own = words.account
  return renderPage(frame, {
    title: own.title,
    mainHtml: renderTemplate('account-page', {
      ...view,
      words,
      errors: [],
      intro: `${own.signedInAs} ${view.name}.`,
      details: detailRows(view.details, own),
      phoneNote: view.details.contact && own.phoneNote(view.details.contact),
      requests: view.requests.map(({ reference, title, state, sentOn, foreign, stateForeign }) => ({
        title,
        reference,
        foreign,
        stateForeign,
        state,
        href: urls.accountRequest(reference),
        note: own.sentOn(reference, sentOn),
      })),
      asked: view.requests.flatMap(({ reference, title, more }) =>
        more === undefined ? [] : [{ href: more, about: own.moreAbout(title, reference) }],
      ),
      drafts: view.drafts.map(({ journey, title, until, daysLeft, foreign }) => ({
        title,
        foreign,
        href: urls.journey(journey),
        note: own.keptUntil(until, daysLeft),
        deleteHref: urls.accountDelete(journey),
      })),
    }),
  })
}

function detailRows({ name, email, phoneEnding }: PersonDetails, own: AccountWords) {
  const phone = phoneEnding === undefined ? own.noPhone : own.phoneEnds(phoneEnding)
  return [
    { key: { text: own.name }, value: { text: name } },
    { key: { text: own.email }, value: { text: email } },
    { key: { text: own.phone }, value: { text: phone } },
  ]
}

/** What a person has sent, to read and to print: by the definition that it was made with. */
export function renderSentRequest(
  language: string,
  view: {
    readonly title: string
    readonly reference: string
    readonly state: string
    /** The moment in words. */
    readonly sent: string
    readonly sections: readonly SummarySection[]
    /** The language of title, state and sections, where that is not the page's. */
    readonly foreign?: string
    /** What is in another language even so. */
    readonly untranslated?: Untranslated
    readonly more?: string
    /** When staff looked at it, in words, the newest first. */
    readonly looks: readonly string[]
  },
): MainView {
  const words = wordsOf(language)
  const mainHtml = renderTemplate('sent-request', {
    ...view,
    words,
    copyWords: wordsOf(view.foreign ?? language),
    heading: view.title,
    back: urls.account,
    copy: urls.accountCopy(view.reference),
  })
  return { title: view.title, mainHtml: withLanguages(mainHtml, view.untranslated) }
}

/** Asks whether the answers so far are really to be deleted. */
export function renderDeleteDraft(
  language: string,
  view: { readonly journey: string; readonly title: string; readonly token: string },
): MainView {
  const words = wordsOf(language)
  const title = words.account.deleteTitle(view.title)
  const mainHtml = renderTemplate('delete-draft', {
    token: view.token,
    words,
    heading: title,
    url: urls.accountDelete(view.journey),
    back: urls.account,
  })
  return { title, mainHtml }
}

/** Says that answers are saved, until when, and how to come back. */
export function renderSaved(
  language: string,
  view: Omit<DraftLink, 'daysLeft'> & {
    readonly days: number
    readonly notices: readonly string[]
  },
): MainView {
  const words = wordsOf(language)
  const own = words.account
  const mainHtml = renderTemplate('saved-page', {
    words,
    heading: own.savedTitle,
    lines: [own.savedForm(view.title, view.until, view.days), ...own.savedReturn],
    url: urls.journey(view.journey),
    account: urls.account,
    errors: [],
    notices: view.notices,
  })
  return { title: own.savedTitle, mainHtml }
}
