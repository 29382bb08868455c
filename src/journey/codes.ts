import type { ProblemKind } from './problem.ts'

function error(code: ProblemKind['code']): ProblemKind {
  return { code, severity: 'error' }
}
function warning(code: ProblemKind['code']): ProblemKind {
  return { code, severity: 'warning' }
}

/**
 * The kinds of problem that reading finds. A code keeps its meaning for ever: 01 files, 02 shape, 03 names, 04 the
 * schema, 05 conditions, 06 words, 07 the press, 09 the admin, 10 themes. `src/check/` has the others.
 */
export const PROBLEMS = {
  syntax: error('FP0101'),
  doubledKey: error('FP0102'),
  refusedYaml: error('FP0103'),
  needsQuotes: error('FP0104'),
  missingFile: error('FP0105'),
  cutByComment: warning('FP0106'),
  badName: error('FP0107'),

  unknownKey: error('FP0201'),
  wrongType: error('FP0202'),
  missingKey: error('FP0203'),
  wrongValue: error('FP0204'),
  notSupported: error('FP0205'),
  keysExclude: error('FP0206'),
  doubledId: error('FP0207'),
  unused: warning('FP0208'),

  unknownStep: error('FP0301'),
  unknownField: error('FP0302'),
  unknownCondition: error('FP0303'),
  unknownAction: error('FP0304'),
  unknownOutcome: error('FP0305'),
  unknownFact: error('FP0306'),
  unknownSource: error('FP0307'),
  unknownMessage: error('FP0308'),
  unknownJourney: error('FP0309'),
  unknownSection: error('FP0310'),
  unknownWords: error('FP0311'),
  unknownRef: error('FP0312'),
  unknownPage: error('FP0313'),
  unknownRole: error('FP0314'),
  unknownStatus: error('FP0315'),
  unknownColumn: error('FP0316'),
  neverAsked: error('FP0317'),
  unknownTheme: error('FP0318'),

  refusedKeyword: error('FP0401'),
  unknownKeyword: error('FP0402'),
  noKind: error('FP0403'),
  badPattern: error('FP0404'),
  impossibleBounds: error('FP0405'),
  equalOptions: error('FP0406'),
  noLabel: error('FP0407'),
  badFieldName: error('FP0408'),
  circularRef: error('FP0409'),
  readOnlyUnfilled: error('FP0410'),
  badRepeat: error('FP0411'),
  badValue: error('FP0412'),
  emptyTask: error('FP0413'),
  badFile: error('FP0415'),
  badExample: warning('FP0417'),
  unsaidError: warning('FP0418'),

  impossibleLiteral: error('FP0501'),
  wrongTest: error('FP0502'),
  secretTested: error('FP0503'),
  circularCondition: error('FP0504'),

  secretInWords: error('FP0601'),
  badMarkdown: error('FP0602'),
  strayBrace: warning('FP0603'),
  unsafeLink: error('FP0604'),
  maybeNoWords: warning('FP0605'),
  neverSaid: error('FP0606'),
  untranslated: warning('FP0607'),
  otherLanguage: warning('FP0608'),
  otherPlaceholders: warning('FP0609'),
  deadLink: warning('FP0611'),
  htmlInWords: warning('FP0612'),
  unreadMarkdown: warning('FP0614'),
  twoMeanings: warning('FP0615'),

  secretAway: error('FP0701'),
  unsaidWord: error('FP0740'),
  unreadAction: error('FP0750'),
  badContract: error('FP0751'),

  noWayOn: error('FP0901'),
  idleRole: error('FP0902'),
  unreachedStatus: warning('FP0903'),

  lowContrast: error('FP1001'),
  badLogo: error('FP1002'),
} as const satisfies Record<string, ProblemKind>
