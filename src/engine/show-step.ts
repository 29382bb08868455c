import type { Answers } from '../answers/draft.ts'
import { sentenceIn } from '../answers/sentences.ts'
import { engineWordsOf } from '../fields/engine-words.ts'
import { holds, isGiven } from '../flow/conditions.ts'
import { fieldsOf, shownEntries, storedAt } from '../flow/entries.ts'
import { type Place, placeKey, stepOf } from '../flow/place.ts'
import { linkedPlace, reachOf } from '../flow/reach.ts'
import { saidHere } from '../flow/said.ts'
import type { Scope } from '../flow/scope.ts'
import { lineOf } from '../flow/task-lists.ts'
import { accountOf } from '../flow/values.ts'
import { putWords } from '../flow/words.ts'
import type { Button } from '../journey/journey.ts'
import type { Overlay, ShownLink, ShownStep } from './decision.ts'
import type { Engine } from './engine.ts'
import { titleOf } from './labels.ts'
import type { Loaded } from './load-draft.ts'
import { maySave } from './may-save.ts'
import { writePageToken } from './page-token.ts'
import { settledFields } from './settled.ts'
import { showBlock } from './show-block.ts'
import { showList } from './show-list.ts'
import { summaryOf } from './show-summary.ts'
import { showTasks } from './show-tasks.ts'

/** The scope of a place with the step's own answers in it. */
export function scopeAt(
  loaded: Loaded,
  place: Place,
): { readonly before: Scope; readonly own: Answers } {
  const before = reachOf(place, loaded.progress, loaded.draft)?.scope ?? loaded.progress.scope
  return { before, own: storedAt(place, loaded.draft.answers) }
}

/** A step as it is to be shown: pure, but for the signature of its token. */
export function showStep(
  engine: Engine,
  loaded: Loaded,
  place: Place,
  overlay: Overlay = {},
): ShownStep {
  const { journey, draft, world } = loaded
  const { step } = place
  const { before, own: stored } = scopeAt(loaded, place)
  const own = { ...stored, ...overlay.given }
  const { entries, scope } = shownEntries(place, own, before)
  const settled = settledFields(loaded, place, before, own)
  const asked = entries.filter((entry) => entry.is !== 'field' || !settled.has(entry.field.name))
  const { language } = world
  const errors = (overlay.errors ?? []).map((error) => ({
    ...error,
    text: sentenceIn(language, error.text),
  }))
  const emptied = draft.exits[placeKey(place)]?.emptied ?? []
  const back = placeBefore(loaded, place)
  const person = personIn(scope)
  const page: ShownStep = {
    journey,
    step,
    place: placeKey(place),
    kind: step.kind,
    language,
    token: tokenFor(engine, loaded, place),
    blocks: asked.map((entry) =>
      showBlock(entry, own, scope, place, overlay.typed, errors, emptied),
    ),
    ...(place.list ? listParts(loaded, place) : stepParts(loaded, place, scope)),
    ...(back ? { back } : asks(place) && { leadsOut: true }),
    ...(step.kind === 'task-list' && { tasks: showTasks(engine, loaded, place) }),
    errors,
    notices: (overlay.notices ?? []).map((notice) => sentenceIn(language, notice)),
    ...(draft.submission && { reference: draft.submission.reference }),
    mayStartAgain: step.kind === 'confirmation' && draft.submission !== undefined,
    maySave: maySave(loaded) && step.kind !== 'confirmation' && step.kind !== 'exit',
    ...(person && { person }),
  }
  engine.onShown?.(page, loaded, place)
  return page
}

type Parts = Pick<
  ShownStep,
  'title' | 'caption' | 'contentHtml' | 'afterHtml' | 'buttons' | 'links' | 'summary'
>

function stepParts(loaded: Loaded, place: Place, scope: Scope): Parts {
  const { step } = place
  const isHeading = !step.title && fieldsOf(step.entries).length === 1
  return {
    ...(!isHeading && { title: titleOf(loaded, place, scope) }),
    ...(step.caption && { caption: putWords(step.caption, scope) }),
    ...(step.content && { contentHtml: putWords(step.content, scope) }),
    ...(step.after && { afterHtml: putWords(step.after, scope) }),
    buttons: shownButtons(place, scope).map((button) => buttonView(button, scope)),
    links: linksOf(loaded, place, scope),
    summary: step.kind === 'check-answers' ? summaryOf(loaded, undefined, step.of) : [],
  }
}

/** A repeat's list page has nothing of the step but its place. */
function listParts(
  loaded: Loaded,
  place: Place,
): Parts & Required<Pick<ShownStep, 'list'>> & Pick<ShownStep, 'kind'> {
  return {
    kind: 'list',
    title: listTitle(loaded, place),
    buttons: [
      { id: 'continue', label: engineWordsOf(loaded.world.language).goOn, style: 'primary' },
    ],
    links: [],
    ...showList(loaded, place),
  }
}

export function tokenFor(engine: Engine, loaded: Loaded, place: Place): string {
  const { draft, version, world } = loaded
  const token = {
    session: world.session,
    draft: version === 0 ? '' : draft.id,
    press: draft.press,
    place: placeKey(place),
  }
  return writePageToken(token, engine.services.secretKey)
}

/** Buttons whose `when` holds; the first is what Enter presses. */
export function shownButtons(place: Place, scope: Scope): readonly Button[] {
  return place.step.buttons.filter((button) => !button.when || holds(button.when, scope))
}

function listTitle(loaded: Loaded, place: Place): string {
  const field = loaded.journey.fields.get(place.step.repeat ?? '')
  const title = field?.presentation.listTitle ?? field?.title ?? loaded.journey.title
  return saidHere(title, loaded.progress.scope)
}

function buttonView(button: Button, scope: Scope): ShownStep['buttons'][number] {
  const { id, style, poll } = button
  return { id, label: putWords(button.label, scope), style, ...(poll !== undefined && { poll }) }
}

/** Within an item's turn a link stays with the item. */
function linkedKey(to: string, place: Place, { journey, progress }: Loaded): string {
  const step = stepOf(journey, to)
  const linked = step?.repeat === undefined ? undefined : linkedPlace(step, place, progress.path)
  return linked && (linked.item !== 1 || place.item === 1) ? placeKey(linked) : to
}

function linksOf(loaded: Loaded, place: Place, scope: Scope): readonly ShownLink[] {
  return place.step.links.flatMap((link, index): ShownLink[] => {
    if (link.when && !holds(link.when, scope)) return []
    const label = putWords(link.label, scope)
    if ('to' in link) return [{ label, place: linkedKey(link.to, place, loaded) }]
    return 'journey' in link ? [{ label, post: String(index) }] : [{ label, href: link.href }]
  })
}

/** The place before this one on the path; of a linked step: the last open one. */
function placeBefore(loaded: Loaded, place: Place): string | undefined {
  const { path } = loaded.progress
  const open = path.filter((one) => !loaded.draft.exits[placeKey(one)]?.closes)
  if (place.step.kind === 'confirmation') return undefined
  const at = open.findIndex((one) => placeKey(one) === placeKey(place))
  const before = at < 0 ? open.at(-1) : open[at - 1]
  // A section of a task list is begun from the list, and so is what comes after it.
  const list =
    before?.step.task && lineOf(before) !== lineOf(place) ? before.step.task.list : undefined
  return list ?? (before && placeKey(before))
}

function asks({ step }: Place): boolean {
  return step.entries.some((entry) => entry.is === 'field' && !entry.readOnly)
}

function personIn(scope: Scope): string | undefined {
  const account = accountOf(scope.world)
  if (!account) return undefined
  const name = [account['firstName'], account['surname']].filter(isGiven).join(' ')
  return name || String(account['email'] ?? '')
}
