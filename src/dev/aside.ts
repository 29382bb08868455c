import type { ShownStep } from '../engine/decision.ts'
import type { Engine } from '../engine/engine.ts'
import type { Loaded } from '../engine/load-draft.ts'
import type { Place } from '../flow/place.ts'
import type { Journey } from '../journey/journey.ts'
import type { LoadedForms } from '../journey/load-journeys.ts'
import { urls } from '../urls.ts'
import { renderAside } from '../views/render-aside.ts'
import { isThisMachine } from './this-machine.ts'
import { whyOf } from './why/why-of.ts'

export interface AsideDeps {
  readonly forms: LoadedForms
  readonly lastSound: ReadonlyMap<string, Journey>
}

export interface Aside {
  /** Remembers what each page was made from. */
  readonly onShown: NonNullable<Engine['onShown']>
  /** For this machine alone: nothing for others. */
  htmlOf(page: ShownStep, peer: string): string
}

/** What authors see below each page of a journey: why it is as it is. */
export function createAside({ forms, lastSound }: AsideDeps): Aside {
  const origins = new WeakMap<ShownStep, { readonly loaded: Loaded; readonly place: Place }>()
  return {
    onShown: (page, loaded, place) => void origins.set(page, { loaded, place }),
    htmlOf: (page, peer) => {
      if (!isThisMachine(peer)) return ''
      const { id } = page.journey
      const origin = origins.get(page)
      const found = forms.journeys.find((one) => one.id === id)
      return renderAside({
        ...(lastSound.has(id) && { problemsHref: urls.devProblems(id) }),
        // Of a last sound version the lines are others by now.
        ...(origin &&
          found?.journey && {
            why: whyOf(origin.loaded, origin.place, found.journey, found.marks),
          }),
      })
    },
  }
}
