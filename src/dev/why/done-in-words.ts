import type { Fallen } from '../../flow/exits.ts'
import type { Explained } from '../../flow/explain.ts'

const FALLEN: Readonly<Record<Fallen, string>> = {
  'link-gone': 'the link that was followed is there no more',
  'button-gone': 'the button that was pressed is there no more',
  'not-right': 'its answers are not all right any more, or a new one is asked',
  changed: 'its answers were changed since it was left',
  'other-inputs': 'its actions would be given other values now',
  'fact-lapsed': 'a fact that it gave holds no more',
}

/** What the walk along the exits did at a place. */
export function doneInWords({ noted, fallen }: Explained): string {
  switch (noted.did) {
    case 'skip':
      return `skipped, because its condition does not hold${to(noted.to)}`
    case 'pass':
      return `passed by ${leftBy(noted.exit)}${to(noted.to)}`
    case 'stop':
      return fallen
        ? `here again, because ${FALLEN[fallen]}`
        : noted.exit
          ? 'here, because it is not complete'
          : 'here, because it was not left yet'
    case 'turn':
      return `not here yet, because the fact ${noted.required.fact} does not hold${around(noted.detour)}`
  }
}

function to(target: string | undefined): string {
  return target === undefined ? ', which leads nowhere' : `, on to ${target}`
}

function leftBy({
  button,
  action,
  outcome,
}: {
  readonly button: string
  readonly action?: string
  readonly outcome?: string
}): string {
  const name = button.startsWith('link:') ? `the link to ${button.slice('link:'.length)}` : button
  return action === undefined ? name : `${name} (${action} ended in ${outcome ?? 'nothing'})`
}

function around(detour: Extract<Explained['noted'], { did: 'turn' }>['detour']): string {
  switch (detour.is) {
    case 'through':
      return `, which the journey ${detour.journey} gives`
    case 'back':
      return ', which an earlier step gives'
    case 'restart':
      return ', and what gives it cannot be done again: the draft starts again'
    case 'stay':
      return ''
  }
}
