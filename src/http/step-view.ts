import { otherLines } from '../answers/file-lines.ts'
import type { Destination, ShownStep } from '../engine/decision.ts'
import type { Caller } from '../engine/visitor.ts'
import type { Journey } from '../journey/journey.ts'
import { urls } from '../urls.ts'
import type { SiteView, StepPage } from '../views/step-page.ts'

/** A place's address. */
export function placeHref(journey: string, place: string): string {
  const [step = '', rest] = place.split('/')
  if (rest === undefined) return urls.step(journey, step)
  return urls.item(journey, step, rest === 'list' ? 'list' : Number(rest))
}

export function destinationHref(to: Destination): string {
  if ('href' in to) return to.href
  if ('saved' in to) return urls.accountSaved(to.journey)
  return to.place === undefined ? urls.journey(to.journey) : placeHref(to.journey, to.place)
}

/** What the sign-in itself sends is for staff. */
function isSent({ kind, reference, journey }: ShownStep): boolean {
  return kind === 'confirmation' && reference !== undefined && journey.id !== journey.site.signIn
}

/** Whence somebody came to a journey: the page with the button that led there, else the journey's home. */
export function cameFrom({ id, home }: Journey, callers: readonly Caller[]): string {
  const caller = callers.findLast(({ called }) => called === id)
  const { journey, place, button } = caller ?? {}
  // What a place requires led there, if no button did: back at that place, it would lead here again.
  if (journey === undefined || place === undefined || button === undefined) return home
  return placeHref(journey, place)
}

/** What the engine decided to show, with addresses in place of places. */
export function stepView(
  shown: ShownStep,
  site: SiteView,
  from: string = shown.journey.home,
): StepPage {
  const { journey, step, place, links, summary, tasks, mayStartAgain, leadsOut, ...rest } = shown
  const href = (one: string) => placeHref(journey.id, one)
  const before = rest.back !== undefined ? href(rest.back) : leadsOut && from
  return {
    ...rest,
    site,
    journey: { id: journey.id, title: journey.title },
    ...(journey.untranslated && { untranslated: journey.untranslated }),
    url: href(place),
    links: links.map((link) => {
      if ('place' in link) return { label: link.label, href: href(link.place) }
      return 'href' in link ? link : { label: link.label, href: href(place), post: link.post }
    }),
    ...(tasks && {
      tasks: tasks.map(({ place: to, ...task }) => ({
        ...task,
        ...(to !== undefined && { href: href(to) }),
      })),
    }),
    ...(before && { back: before }),
    summary: summary.map((section) => ({
      ...section,
      rows: section.rows.map(({ change, files, ...row }) => ({
        ...row,
        ...(files && {
          lines: otherLines(row.lines, files),
          files: files.map(({ text, file }) => ({
            text,
            href: urls.draftFile(journey.id, step.id, file.id),
          })),
        }),
        ...(change && { change: { href: href(change.place), hidden: change.hidden } }),
      })),
    })),
    ...(isSent(shown) && { copy: urls.copy(journey.id) }),
    ...(mayStartAgain && { again: urls.journey(journey.id) }),
  }
}
