/** What the pages of a person's own account say, in one language. Dates come in words. */
export interface AccountWords {
  readonly title: string
  readonly signedInAs: string
  readonly requests: string
  readonly noRequests: string
  readonly sentOn: (reference: string, date: string) => string
  readonly forms: string
  readonly keptUntil: (date: string, days: number) => string
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
