/** What the pages of a person's own account say, in one language. Dates come in words. */
export interface AccountWords {
  readonly title: string
  readonly signedInAs: string
  readonly requests: string
  readonly noRequests: string
  readonly sentOn: (reference: string, date: string) => string
  readonly forms: string
  readonly keptUntil: (date: string, days: number) => string
  /** Of a form that cannot be shown now. */
  readonly unavailable: string
  readonly savedTitle: string
  readonly savedForm: (form: string, date: string, days: number) => string
  readonly savedReturn: readonly string[]
  readonly goOn: string
  /** To who follows the link of an email after its answers have gone. */
  readonly noDraft: (form: string, days: number) => string
  readonly deleteThis: string
  readonly deleted: (form: string) => string
  readonly deleteTitle: (form: string) => string
  readonly deleteLines: readonly string[]
  readonly deleteButton: string
  readonly keep: string
  readonly others: string
  readonly details: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly phoneEnds: (digits: string) => string
  readonly noPhone: string
  readonly phoneNote: (contact: string) => string
  readonly none: string
  readonly back: string
  readonly reference: string
  readonly state: string
  readonly sent: string
  readonly print: string
  readonly pdf: string
  /** Before the name of a file. */
  readonly download: string
  /** At the foot of a sheet of paper. */
  readonly pdfPage: (page: number, pages: number) => string
  readonly pdfLacking: string
  readonly changed: string
  /** What staff ask again. */
  readonly moreTitle: string
  readonly moreLink: string
  readonly moreAbout: (form: string, reference: string) => string
  readonly moreWhy: string
  readonly moreHow: string
  readonly moreSend: string
  readonly moreSentTitle: string
  readonly moreSentLines: readonly string[]
  readonly moreSeeRequest: string
  readonly moreClosedTitle: string
  readonly moreClosedLines: readonly string[]
  readonly moreAlready: string
  /** Who has looked at a request. */
  readonly looks: string
  readonly looksIntro: string
  readonly noLooks: string
  /** A day's looks; who: how many members of staff, and their roles. */
  readonly looked: (day: string, times: number, last: string, people: number) => string
  /** `before` is empty where nothing was answered. */
  readonly changedOn: (when: string, before: string) => string
}

export const ACCOUNT_WORDS: AccountWords = {
  title: 'Your account',
  signedInAs: 'You are signed in as',
  requests: 'What you have sent',
  noRequests: 'You have not sent anything yet.',
  sentOn: (reference, date) => `Reference ${reference}, sent on ${date}`,
  forms: 'Your forms',
  keptUntil: (date, days) =>
    `Not sent yet. We keep your answers until ${date} (${days} ${days === 1 ? 'day' : 'days'} left)`,
  unavailable:
    'A form that you have begun is not available at the moment. We have kept your answers. Try again later.',
  savedTitle: 'Your answers are saved',
  savedForm: (form, date, days) =>
    `We have saved the answers that you have given to “${form}”. We keep them until ${date} (${days} days). When you change something, the ${days} days begin again.`,
  savedReturn: [
    'To come back, follow the link in the email that we send you when you save, or sign in here and go to “Your account”. You can use any device.',
    'If this is not your own device, log out now: select your name at the top of the page.',
  ],
  goOn: 'Go on with the form',
  noDraft: (form, days) =>
    `There are no saved answers to “${form}” in your account. We delete answers ${days} days after you last changed or saved them. You can start again here.`,
  deleteThis: 'Delete this',
  deleted: (form) => `We have deleted your answers to “${form}”.`,
  deleteTitle: (form) => `Are you sure that you want to delete “${form}”?`,
  deleteLines: [
    'This deletes the answers that you have given so far. You cannot get them back.',
    'Nothing that you have sent already is deleted.',
  ],
  deleteButton: 'Delete my answers',
  keep: 'No, keep them',
  others: 'Start a form',
  details: 'Your login',
  name: 'Name',
  email: 'Email address',
  phone: 'Phone',
  phoneEnds: (digits) => `The number that ends in ${digits}`,
  noPhone: 'There is no phone on your login',
  phoneNote: (contact) =>
    `You need this phone each time that you sign in. To change it, contact us: ${contact}`,
  none: 'There are no other forms to fill in here at the moment.',
  back: 'Back to your account',
  reference: 'Reference',
  state: 'How it stands',
  sent: 'Sent',
  print: 'This is a copy of what you sent. To keep it, print this page or save it as a PDF.',
  pdf: 'Download a copy (PDF)',
  download: 'Download',
  pdfPage: (page, pages) => `Page ${page} of ${pages}`,
  pdfLacking:
    'Some letters cannot be shown on this paper: \uFFFD stands in their place. The page in your account shows them.',
  changed: 'Changed',
  moreTitle: 'We need more from you',
  moreLink: 'Answer our questions',
  moreAbout: (form, reference) => `${form}, reference ${reference}`,
  moreWhy: 'We cannot go on with your request yet. This is what we need to know:',
  moreHow:
    'The answers that you gave before are filled in. Change what is not right, then send them.',
  moreSend: 'Send',
  moreSentTitle: 'We have your answers',
  moreSentLines: [
    'We will look at your request again. You do not need to do anything now.',
    'What you sent before is kept beside your new answers.',
  ],
  moreSeeRequest: 'See your request',
  moreClosedTitle: 'We do not need more from you now',
  moreClosedLines: [
    'We asked you for more about this request, and do not need it any more. Nothing that you have sent is lost.',
    'You can see how your request stands.',
  ],
  moreAlready:
    'You have sent your answers already. What you sent just now was not taken. If something is not right, contact us.',
  looks: 'Who has looked at your request',
  looksIntro:
    'This is when staff opened your request in the last 90 days, the newest first. Staff also see some of your answers in their list of requests, before they open one.',
  noLooks: 'Staff have not opened your request in the last 90 days.',
  looked: (day, times, last, people) => {
    const when = times === 1 ? `once, at ${last}` : `${times} times, the last at ${last}`
    return `${day}: ${when}, by ${people === 1 ? 'a member of staff' : `${people} members of staff`}`
  },
  changedOn: (when, before) => `On ${when}. Before: ${before || 'not provided'}`,
}
