import { shownEntries, storedAt } from '../flow/entries.ts'
import { targetOfExit } from '../flow/exits.ts'
import { type Place, placeKey, stepOf } from '../flow/place.ts'
import { isPassed } from '../flow/progress.ts'
import { reachOf } from '../flow/reach.ts'
import { standAt } from '../flow/task-lists.ts'
import { bindInvitation } from './bind-invitation.ts'
import type { Decision } from './decision.ts'
import type { Engine } from './engine.ts'
import { endingFrom, goOnIn, goTo, goWhere, withNotice } from './go.ts'
import { leave, passThrough } from './leave-journey.ts'
import { goneOn, type Loaded, loadAgain, saveDraft } from './load-draft.ts'
import { earnsNothing } from './passage.ts'
import type { PressFrame, Ran } from './press-frame.ts'
import { controlOf } from './read-answers.ts'
import { counted, exitOf, halfDone, remembered, withExit } from './record-press.ts'
import { showStep } from './show-step.ts'
import type { Visitor } from './visitor.ts'

const FAULT =
  'We could not do this just now. Nothing that you typed is lost. Try again in a few minutes'
const RUN_OUT = 'Something that we checked earlier has run out, so we need to check it again.'

/** What a press leads to once its actions have ended: the exit is recorded, progress computed again (FORMAT.md, The press). */
export async function completePress(engine: Engine, frame: PressFrame): Promise<Decision> {
  const { ending } = frame
  const decision = await byEnding(engine, frame)
  const session = { ...ending.session, ...decision.session }
  return { ...decision, session, ...(ending.did && { did: ending.did }) }
}

function byEnding(engine: Engine, frame: PressFrame): Promise<Decision> {
  const { ran } = frame.ending
  switch (ran.is) {
    case 'on':
      return ran.notice === undefined
        ? leadOn(engine, frame, ran)
        : leadOnWith(engine, frame, ran, ran.notice)
    case 'spoken':
      return speak(engine, frame, ran)
    case 'refused':
      return refuse(engine, frame)
    case 'fault':
      return showAgain(engine, frame, 503, { text: FAULT })
  }
}

async function refuse(engine: Engine, frame: PressFrame): Promise<Decision> {
  const { loaded, visitor } = frame.ending
  await saveDraft(engine, loaded, counted(frame, halfDone(frame)))
  return withNotice({ is: 'go', to: { journey: loaded.journey.id } }, visitor, RUN_OUT)
}

async function speak(
  engine: Engine,
  frame: PressFrame,
  ran: Extract<Ran, { is: 'spoken' }>,
): Promise<Decision> {
  const { ending, place } = frame
  if (ran.waits && frame.isPoll) return { is: 'waiting' }
  if (ran.spoken.then === 'notice') {
    const decision = goTo(ending.loaded, place)
    const draft = counted(frame, halfDone(frame))
    await saveDraft(engine, ending.loaded, draft, remembered(frame, draft, decision))
    return withNotice(decision, ending.visitor, ran.spoken.text)
  }
  const control = ran.spoken.field === undefined ? undefined : controlOf(ran.spoken.field, place)
  return showAgain(engine, frame, 422, {
    text: ran.spoken.text,
    ...(control !== undefined && { control }),
  })
}

/** The page again, with all that was typed but secrets. */
async function showAgain(
  engine: Engine,
  frame: PressFrame,
  status: 422 | 503,
  error: { text: string; control?: string },
): Promise<Decision> {
  const { ending, place, read } = frame
  const draft = counted(frame, halfDone(frame))
  const loaded = await loadAgain(
    engine,
    await saveDraft(engine, ending.loaded, draft),
    ending.visitor,
    draft,
  )
  return {
    is: 'show',
    status,
    page: showStep(engine, loaded, place, {
      status,
      typed: read.typed,
      given: read.given,
      errors: [error],
    }),
  }
}

async function leadOnWith(
  engine: Engine,
  frame: PressFrame,
  ran: Extract<Ran, { is: 'on' }>,
  notice: string,
): Promise<Decision> {
  return withNotice(await leadOn(engine, frame, ran), frame.ending.visitor, notice)
}

async function leadOn(
  engine: Engine,
  frame: PressFrame,
  ran: Extract<Ran, { is: 'on' }>,
): Promise<Decision> {
  const { ending, place, button } = frame
  const { loaded, visitor } = ending
  const called = button.journey === undefined ? undefined : engine.journeys.get(button.journey)
  if (button.journey !== undefined && !(called && earnsNothing(called, loaded.progress.scope)))
    return passThrough(engine, frame, button.journey)
  const exit = exitOf(frame, ran, called?.gives ?? [])
  const draft = withExit(frame, exit)
  const after = goneOn(loaded, draft)
  const own = storedAt(place, draft.answers)
  const { scope } = shownEntries(place, own, { ...frame.reach.scope, world: after.world })
  const target = targetOfExit(place.step, exit, scope)
  if (after.journey.invitation) await bindInvitation(engine, after, visitor)
  if (target === '$return') return leave(engine, frame, after)
  const decision = towards(after, place, target, visitor)
  await saveDraft(engine, after, draft, remembered(frame, draft, decision))
  return decision
}

/** To the target if it is not passed yet, else to where the person is: a change comes back to check-answers. */
function towards(
  after: Loaded,
  from: Place,
  target: string | undefined,
  visitor: Visitor,
): Decision {
  const step = target === undefined ? undefined : stepOf(after.journey, target)
  const ending = endingFrom(from, after)
  if (ending) return goTo(after, ending)
  const stand = standAt(from, after.progress.tasks)
  if (stand) return goOnIn(stand, after, visitor)
  if (!step || step.repeat) return goWhere(after, visitor)
  const place: Place = { step }
  const isEnd = after.progress.ending?.id === step.id || after.progress.loop?.id === step.id
  if (!isEnd && isPassed(after.progress, step)) return goWhere(after, visitor)
  const { where } = after.progress
  const isHere = where.is === 'place' && placeKey(where.place) === placeKey(place)
  const mayBe = isHere || reachOf(place, after.progress, after.draft)
  return mayBe ? goTo(after, place) : goWhere(after, visitor)
}
