/** What the pages of a person's own account say, in one language. Dates come in words. */
export interface AccountWords {
  readonly title: string
  readonly signedInAs: string
  readonly requests: string
  readonly noRequests: string
  readonly sentOn: (reference: string, date: string) => string
  readonly forms: string
  readonly keptUntil: (date: string, days: number) => string
  readonly savedTitle: string
  readonly savedForm: (form: string, date: string, days: number) => string
  readonly savedReturn: readonly string[]
  readonly goOn: string
  readonly deleteThis: string
  readonly deleted: (form: string) => string
  readonly deleteTitle: (form: string) => string
  readonly deleteLines: readonly string[]
  readonly deleteButton: string
  readonly keep: string
  readonly others: string
  readonly none: string
  readonly back: string
  readonly reference: string
  readonly state: string
  readonly sent: string
  readonly print: string
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
  savedTitle: 'Your answers are saved',
  savedForm: (form, date, days) =>
    `We have saved the answers that you have given to “${form}”. We keep them until ${date} (${days} days). When you change something, the ${days} days begin again.`,
  savedReturn: [
    'To come back, follow the link in the email that we send you when you save, or sign in here and go to “Your account”. You can use any device.',
    'If this is not your own device, log out now: select your name at the top of the page.',
  ],
  goOn: 'Go on with the form',
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
  none: 'There are no other forms to fill in here at the moment.',
  back: 'Back to your account',
  reference: 'Reference',
  state: 'How it stands',
  sent: 'Sent',
  print: 'This is a copy of what you sent. To keep it, print this page or save it as a PDF.',
}
