import { TODAY } from '../../check/world.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Journey, Step } from '../../journey/journey.ts'
import type { Marks } from '../../journey/marks.ts'
import type { Setting } from '../../scenarios/stage.ts'
import { urls } from '../../urls.ts'
import type { PreviewedStep } from '../../views/render-dev-pages.ts'
import type { WrittenAt } from '../../views/written-at.ts'
import { writtenAt } from '../written-at.ts'
import { showState } from './show-state.ts'
import type { State } from './state.ts'
import { statesOf } from './states-of.ts'

/** A step in one of its states. */
export interface Picture {
  readonly step: Step
  readonly state: State
  /** Where the step is written: `forms/x/flow.yaml:41`. */
  readonly at: readonly WrittenAt[]
}

/** A journey in pictures. */
export interface Gallery {
  readonly journey: Journey
  readonly setting: Setting
  readonly pictures: readonly Picture[]
  readonly steps: readonly PreviewedStep[]
}

/** Journey → its pictures: a definition that is edited is another journey. */
const galleries = new WeakMap<Journey, Gallery>()

/** All pictures of a journey, in the order of its file. The day is always the same, so that pictures are. */
export function galleryOf(
  engine: Pick<Engine, 'journeys' | 'contractsOf'>,
  journey: Journey,
  marks: Marks,
): Gallery {
  const known = galleries.get(journey)
  if (known) return known
  const { journeys, contractsOf } = engine
  const setting: Setting = { journeys, contractsOf, now: Date.parse(`${TODAY}T09:00:00Z`) }
  const pictures = journey.steps.flatMap((step) =>
    statesOf(setting, journey, step, marks).map((state): Picture => {
      return { step, state, at: writtenAt(journey.id, marks.nameOf(step)) }
    }),
  )
  const steps = journey.steps.map((step) => stepView(setting, journey, step, pictures))
  const gallery = { journey, setting, pictures, steps }
  galleries.set(journey, gallery)
  return gallery
}

export function hrefOf(journey: Journey, language: string, { step, state }: Picture): string {
  return urls.devPreviewState(journey.id, language, step.id, state.id)
}

function stepView(
  setting: Setting,
  journey: Journey,
  step: Step,
  pictures: readonly Picture[],
): PreviewedStep {
  const mine = pictures.filter((one) => one.step === step)
  const [first] = mine
  const shown = first && showState(setting, journey, step, first.state)
  const [asked] = (shown?.blocks ?? []).flatMap((block) => (block.is === 'field' ? [block] : []))
  const languages = [journey.language, ...journey.translations.keys()]
  return {
    id: step.id,
    title: shown?.title ?? asked?.label ?? step.id,
    kind: step.kind,
    at: first?.at ?? [],
    states: mine.map((picture) => ({
      what: picture.state.what,
      links: languages.map((language) => ({
        language: nameOf(language),
        href: hrefOf(journey, language, picture),
      })),
    })),
  }
}

function nameOf(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language
}
