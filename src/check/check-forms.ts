import type { Journey } from '../journey/journey.ts'
import {
  type Contracts,
  contractsFor,
  type LoadedForms,
  type LoadedJourney,
} from '../journey/load-journeys.ts'
import { createProblems, hasErrors, type Problem, sortProblems } from '../journey/problem.ts'
import { checkInputs } from './action-inputs.ts'
import { checkBlankInputs } from './blank-input.ts'
import { checkPromises } from './broken-promise.ts'
import { withoutConsequences } from './consequences.ts'
import { checkBranches } from './dead-branch.ts'
import { checkDefaults } from './default-not-last.ts'
import { checkLabels } from './doubled-label.ts'
import { checkTargets } from './doubled-target.ts'
import { checkTitles } from './doubled-title.ts'
import { checkConfirmations } from './early-confirmation.ts'
import { isWhole } from './edges.ts'
import { checkCircleAnswers } from './endless-circle.ts'
import { checkHiddenButtons } from './hidden-buttons.ts'
import { checkEndings } from './hidden-ending.ts'
import { checkPolls } from './idle-poll.ts'
import { checkSecrets } from './idle-secret.ts'
import { checkPossible } from './impossible-bounds.ts'
import { checkIntoRepeats } from './into-repeat.ts'
import { checkCircles } from './journey-circle.ts'
import { checkOwnTargets } from './leads-to-itself.ts'
import { checkLiterals } from './literal-key.ts'
import { checkLiteralNames } from './literal-name.ts'
import { checkMessageChannels } from './message-channel.ts'
import { checkReceivers } from './message-to-nobody.ts'
import { checkMessageWords } from './message-words.ts'
import { checkPlaces } from './misplaced-action.ts'
import { checkOptionsAsked } from './missing-options.ts'
import { checkCallsOnPaths } from './need-not-given.ts'
import { checkAskedBefore } from './never-asked.ts'
import { checkAutofill } from './no-autofill.ts'
import { checkWayOn } from './no-way-on.ts'
import { checkNegations } from './not-of-unanswered.ts'
import { checkGiven } from './not-yet-given.ts'
import { checkLists } from './open-list.ts'
import { checkSameTargets } from './same-target.ts'
import { checkSettled } from './settled-condition.ts'
import { checkEarnedBefore } from './stuck-requirement.ts'
import type { Check, Subject } from './subject.ts'
import { checkPosts } from './too-much-to-post.ts'
import { checkAsked } from './unasked-field.ts'
import { checkRequirements } from './unearned-fact.ts'
import { checkOutcomes } from './unhandled-outcome.ts'
import { checkNeeds } from './unmet-need.ts'
import { checkUnreachable } from './unreachable-step.ts'

/** Checks of single steps, buttons and actions. */
const CHECKS: readonly Check[] = [
  checkInputs,
  checkOutcomes,
  checkTargets,
  checkPlaces,
  checkPolls,
  checkMessageWords,
  checkMessageChannels,
  checkReceivers,
  checkLiterals,
  checkLiteralNames,
  checkBlankInputs,
  checkSecrets,
  checkDefaults,
  checkSameTargets,
  checkTitles,
  checkLabels,
  checkNegations,
  checkRequirements,
  checkNeeds,
  checkPromises,
  checkCircles,
  checkPossible,
  checkAutofill,
  checkPosts,
]

/** Checks of the whole flow: only where all its targets are known. */
const FLOW_CHECKS: readonly Check[] = [
  checkUnreachable,
  checkWayOn,
  checkOwnTargets,
  checkIntoRepeats,
  checkAsked,
]

/** Checks along the paths: only where every answer, condition and target could be read. */
const PATH_CHECKS: readonly Check[] = [
  checkConfirmations,
  checkLists,
  checkEndings,
  checkHiddenButtons,
  checkCircleAnswers,
  checkAskedBefore,
  checkSettled,
  checkBranches,
  checkGiven,
  checkOptionsAsked,
  checkCallsOnPaths,
  checkEarnedBefore,
]

/**
 * Looks for what is wrong with definitions that could be read: the same forms, with the problems and the standing of
 * each journey after it. Never a false alarm on a sound journey.
 */
export function checkForms(loaded: LoadedForms, contracts: Contracts): LoadedForms {
  const compiled = new Map(
    loaded.journeys.flatMap(({ id, compiled: one }) => (one ? [[id, one]] : [])),
  )
  const own = new Set(loaded.journeys.flatMap((one) => one.problems))
  const journeys = loaded.journeys.map((one) =>
    checkOne(one, { compiled, isAlone: compiled.size < loaded.journeys.length }, contracts),
  )
  const others = loaded.problems.filter((problem) => !own.has(problem))
  return {
    ...loaded,
    journeys,
    problems: sortProblems([...others, ...journeys.flatMap((one) => one.problems)]),
  }
}

function checkOne(
  one: LoadedJourney,
  others: { readonly compiled: ReadonlyMap<string, Journey>; readonly isAlone: boolean },
  contracts: Contracts,
): LoadedJourney {
  const { compiled, journey: _journey, ...rest } = one
  if (!compiled) return { ...one, problems: withoutConsequences(one.problems) }
  const { found, report } = createProblems()
  const subject: Subject = {
    journey: compiled,
    marks: one.marks,
    contracts: contractsFor(contracts, one.id),
    journeys: others.compiled,
    isAlone: others.isAlone,
    report,
  }
  for (const check of CHECKS) check(subject)
  const ofFlow = one.problems.filter(({ file }) => !BESIDE_FLOW.test(file))
  if (isWhole(compiled) && !ofFlow.some(isStructural))
    for (const check of FLOW_CHECKS) check(subject)
  if (isWhole(compiled) && !hasErrors(ofFlow)) for (const check of PATH_CHECKS) check(subject)
  const problems = withoutConsequences(sortProblems([...one.problems, ...found]))
  const isSound = !hasErrors(problems)
  return {
    ...rest,
    compiled,
    problems,
    status: isSound ? 'sound' : 'broken',
    ...(isSound && { journey: compiled }),
  }
}

/** Files that say nothing about where steps lead. */
const BESIDE_FLOW = /\/(?:admin\.yaml|scenarios\.yaml|locales\/[^/]+)$/u

/** A file that could not be read whole, or a part that was left out: what the flow leads to is not known. */
function isStructural({ code, severity }: Problem): boolean {
  return (
    severity === 'error' &&
    (/^FP0[12]/u.test(code) ||
      ['FP0301', 'FP0302', 'FP0304', 'FP0310', 'FP0401', 'FP0403', 'FP0411'].includes(code))
  )
}
