import { ACCOUNT_WORDS, type AccountWords } from './account-words.ts'
import { WELSH } from './words-cy.ts'

/** The engine's own words. Every one that a page shows stands here, by language. */
export interface EngineWords {
  readonly skipLink: string
  readonly back: string
  readonly logOut: string
  /** Of staff: the way to the requests that they work on. */
  readonly staffPages: string
  readonly change: string
  readonly remove: string
  readonly notProvided: string
  readonly otherAnswers: string
  readonly shutAnswers: string
  readonly errorSummaryTitle: string
  /** Before each message, for those who do not see that it is red. */
  readonly errorPrefix: string
  readonly notice: string
  readonly warning: string
  /** Between a day and a time. */
  readonly at: string
  readonly yes: string
  readonly no: string
  readonly startAgain: string
  readonly saveForLater: string
  readonly endTitle: string
  readonly endLine: string
  readonly endFinalLine: string
  readonly stay: string
  readonly endSeen: string
  readonly yourReference: string
  readonly footerLinks: string
  readonly completed: string
  readonly inProgress: string
  readonly notStarted: string
  readonly cannotStart: string
  readonly tasksDone: (done: number, all: number) => string
  readonly phases: Readonly<Record<string, string>>
  /** Names the part of the page that holds the phase banner. */
  readonly aboutService: string
  readonly phaseText: string
  readonly phaseFeedback: string
  readonly opensInNewTab: string
  readonly requestDown: string
  readonly requestBroken: string
  readonly requestSlow: string
  readonly showPassword: string
  readonly hidePassword: string
  readonly showPasswordLabel: string
  readonly hidePasswordLabel: string
  readonly passwordShown: string
  readonly passwordHidden: string
  readonly problemReference: string
  readonly contact: string
  readonly home: HomeWords
  readonly choice: ChoiceWords
  readonly account: AccountWords
  readonly errors: Readonly<Record<ErrorStatus, ErrorWords>>
}
/** Of the page that asks which of two sets of answers to go on with. */
interface ChoiceWords {
  readonly title: string
  readonly before: (form: string) => string
  readonly which: string
  readonly saved: string
  readonly fresh: string
}
interface HomeWords {
  readonly none: string
  /** A link for who is not signed in, and after it what for. */
  readonly signIn: string
  readonly signInFor: string
}

export type ErrorStatus = 400 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 422 | 429 | 500 | 503

/** What happened (the title), what it means and what to do (the lines), a way on (the link). */
interface ErrorWords {
  readonly title: string
  readonly lines: readonly string[]
  readonly wayOn: string
}

const TO_START = 'Go to the start page'

const ENGLISH: EngineWords = {
  skipLink: 'Skip to main content',
  back: 'Back',
  logOut: 'log out',
  staffPages: 'Staff pages',
  change: 'Change',
  remove: 'Remove',
  notProvided: 'Not provided',
  otherAnswers: 'Other answers',
  shutAnswers: 'Answers that no longer count',
  errorSummaryTitle: 'There is a problem',
  errorPrefix: 'Error',
  notice: 'Important',
  warning: 'Warning',
  at: 'at',
  yes: 'Yes',
  no: 'No',
  startAgain: 'Start again',
  saveForLater: 'Save and come back later',
  endTitle: 'We will log you out in 2 minutes',
  endLine:
    'You have not done anything here for a while. We log you out to keep your information safe.',
  endFinalLine:
    'You have been signed in for a long time. Go on now, or sign in again later: what you have typed on this page is kept when you press its button.',
  stay: 'Stay signed in',
  endSeen: 'Close this message',
  yourReference: 'Your reference number',
  footerLinks: 'Support links',
  completed: 'Completed',
  inProgress: 'In progress',
  notStarted: 'Not started',
  cannotStart: 'Cannot start yet',
  tasksDone: (done, all) => `You have completed ${done} of ${all} sections.`,
  phases: { alpha: 'Alpha', beta: 'Beta' },
  aboutService: 'About this service',
  phaseText: 'This is a new service.',
  phaseFeedback: 'Tell us what you think of this service',
  opensInNewTab: 'opens in new tab',
  requestDown:
    'We could not reach the service. Check that you are connected to the internet and try again. What you typed is still on this page.',
  requestBroken:
    'There is a problem with the service. Wait a moment and try again. What you typed is still on this page.',
  requestSlow: 'This is taking longer than usual. Keep this page open.',
  showPassword: 'Show',
  hidePassword: 'Hide',
  showPasswordLabel: 'Show password',
  hidePasswordLabel: 'Hide password',
  passwordShown: 'Your password is visible',
  passwordHidden: 'Your password is hidden',
  problemReference: 'If you contact us about this, give us this reference:',
  contact: 'If you need help:',
  home: {
    none: 'There are no forms to fill in here at the moment.',
    signIn: 'Sign in to your account',
    signInFor: 'to see what you have sent, or to go on with a form that you have begun.',
  },
  choice: {
    title: 'You have saved answers already',
    before: (form) =>
      `You began “${form}” before and your answers were saved. You have also given answers just now, before you signed in.`,
    which: 'Which do you want to go on with? The others are deleted.',
    saved: 'Go on with the saved answers',
    fresh: 'Use the answers I gave just now',
  },
  account: ACCOUNT_WORDS,
  errors: {
    400: {
      title: 'We could not read what was sent',
      lines: [
        'Part of what your browser sent was missing or not in the form that we expect. Nothing was changed.',
        'Go back, check what you entered and try again.',
      ],
      wayOn: TO_START,
    },
    403: {
      title: 'We could not check that this came from you',
      lines: [
        'This can happen when a page has been open for a long time, or when you have logged out in another tab. Nothing was changed.',
        'Open the form again to carry on from where you were.',
      ],
      wayOn: TO_START,
    },
    404: {
      title: 'Page not found',
      lines: [
        'If you typed the web address, check it is correct.',
        'If you pasted the web address, check you copied the entire address.',
      ],
      wayOn: TO_START,
    },
    405: {
      title: 'This page cannot be used in that way',
      lines: ['Nothing was changed.', 'Open the form again to carry on from where you were.'],
      wayOn: TO_START,
    },
    409: {
      title: 'This was changed somewhere else',
      lines: [
        'You may have this form open in two tabs or on two devices. What you saved there is kept.',
        'Open the form again to see your latest answers.',
      ],
      wayOn: TO_START,
    },
    413: {
      title: 'That was too much to send at once',
      lines: [
        'What you sent was larger than we can accept. Nothing was changed.',
        'Go back, shorten your answers and try again.',
      ],
      wayOn: TO_START,
    },
    415: {
      title: 'We could not read what was sent',
      lines: [
        'It was not sent in a way that this service can read. Nothing was changed.',
        'Open the form again to carry on from where you were.',
      ],
      wayOn: TO_START,
    },
    421: {
      title: 'This is not the address of this service',
      lines: ['Check the web address, or follow the link that you were given again.'],
      wayOn: TO_START,
    },
    422: {
      title: 'There is a problem with what was sent',
      lines: [
        'We could not accept it as it was. Nothing was changed.',
        'Go back, check what you entered and try again.',
      ],
      wayOn: TO_START,
    },
    429: {
      title: 'There have been too many tries',
      lines: [
        'To keep accounts safe we limit how often this can be done.',
        'Wait a few minutes, then try again.',
      ],
      wayOn: TO_START,
    },
    500: {
      title: 'There is a problem with the service',
      lines: [
        'It is not your fault. Answers that you had saved are kept.',
        'Wait a moment, then try again.',
      ],
      wayOn: TO_START,
    },
    503: {
      title: 'The service is not available at the moment',
      lines: ['Answers that you had saved are kept.', 'You will be able to use it later.'],
      wayOn: TO_START,
    },
  },
}

const LANGUAGES: Readonly<Record<string, EngineWords>> = { en: ENGLISH, cy: WELSH }

/** The engine's words in a language; English where it has none yet. */
export function wordsOf(language: string): EngineWords {
  return LANGUAGES[language] ?? ENGLISH
}
