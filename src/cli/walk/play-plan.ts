import { slotsOf } from '../../engine/take-files.ts'
import { placeKey, placeOf } from '../../flow/place.ts'
import type { Journey } from '../../journey/journey.ts'
import type { Move, Plan } from '../../scenarios/plan.ts'
import { type Browser, type Reply, says, tokenIn } from './browser.ts'
import { makeFile } from './make-file.ts'
import type { Phone } from './phone.ts'
import { addressOf, landlineOf, mobileOf, otherAddressOf } from './possible.ts'

/** How a plan went. */
export interface Walked {
  readonly plan: Plan
  /** For each move that was made: where it led, the status, and the messages of the plan that were there. */
  readonly seen: readonly string[]
  readonly ending:
    | { readonly is: 'as-planned' }
    /** An action ended otherwise than was planned: it is no mistake of the journey. */
    | { readonly is: 'not-possible'; readonly at: number; readonly words: string }
    | { readonly is: 'wrong'; readonly at: number; readonly words: string }
}

export interface Player {
  readonly journey: Journey
  readonly browser: Browser
  readonly phone: Phone
  /** How somebody is brought through another journey. */
  readonly through: (
    journey: string,
  ) => { readonly journey: Journey; readonly plan: Plan } | undefined
  /** Called with every page that is seen. */
  readonly look?: (reply: Reply) => Promise<void>
}

/** Does what a plan says over HTTP, and holds the pages against it. */
export async function playPlan(player: Player, plan: Plan): Promise<Walked> {
  const { journey } = player
  const seen: string[] = []
  let reply = await arrive(player, await player.browser.visit(`/${journey.id}`), plan.number)
  await player.look?.(reply)
  for (const [at, move] of plan.moves.entries()) {
    const here = placeIn(reply, journey)
    if (here !== move.place) {
      const words = `the page "${move.place}" was expected, and "${here}" is there`
      return { plan, seen, ending: { is: at === 0 ? 'wrong' : 'not-possible', at, words } }
    }
    reply = await arrive(
      player,
      await doMove(player, move, reply, plan.number),
      plan.number,
      move.to,
    )
    await player.look?.(reply)
    const there = placeIn(reply, journey)
    seen.push(`${there} ${reply.status}`)
    const words = wrongWith(move, reply, there)
    if (words !== undefined)
      return {
        plan,
        seen,
        ending: { is: move.ran.length > 0 ? 'not-possible' : 'wrong', at, words },
      }
  }
  return { plan, seen, ending: { is: 'as-planned' } }
}

function wrongWith(move: Move, reply: Reply, there: string): string | undefined {
  if (reply.status >= 500) return `the page "${there}" has the status ${reply.status}`
  if (there !== move.to && !move.to.startsWith('/'))
    return `the page "${move.to}" was expected, and "${there}" is there`
  const missing = move.errors.find((text) => !says(reply, text))
  return missing === undefined ? undefined : `the page "${there}" does not say "${missing}"`
}

async function doMove(player: Player, move: Move, reply: Reply, number: number): Promise<Reply> {
  const { journey, browser } = player
  if (move.go !== undefined) return browser.visit(`/${journey.id}/${move.go}`)
  const body = new URLSearchParams()
  for (const [name, text] of move.body) body.append(name, owned(text, number))
  body.set('page', tokenIn(reply) ?? '')
  await bringAbout(player, move, body, number)
  const place = placeOf(journey, move.place)
  const controls = new Set((place ? slotsOf(place) : []).map(({ control }) => control))
  return browser.post(`/${journey.id}/${move.place}`, withFiles(body, controls))
}

/** A form with a made file for each that is spoken of, the page's token first, as browsers send it. */
function withFiles(
  body: URLSearchParams,
  controls: ReadonlySet<string>,
): URLSearchParams | FormData {
  if (controls.size === 0) return body
  const parts = new FormData()
  parts.set('page', body.get('page') ?? '')
  for (const [name, text] of body) {
    if (name === 'page') continue
    parts.append(name, controls.has(name) ? makeFile(text) : text)
  }
  return parts
}

/** What of a plan for all is one's own: the address and the numbers of walk 0. */
function owned(text: string, number: number): string {
  return text
    .replace(addressOf(0), addressOf(number))
    .replace(mobileOf(0), mobileOf(number))
    .replace(landlineOf(0), landlineOf(number))
}

/** Types the code that was sent, or a password that is not right, and answers the phone. */
async function bringAbout(
  player: Player,
  move: Move,
  body: URLSearchParams,
  number: number,
): Promise<void> {
  const own = [addressOf(number), otherAddressOf(number), mobileOf(number), landlineOf(number)]
  const step = player.journey.steps.find((one) => one.id === move.place.split('/')[0])
  const button = step?.buttons.find((one) => one.id === move.button)
  for (const { action, outcome } of move.ran) {
    const call = button?.run.find((one) => one.action === action)
    const type = (input: string, text: string) => {
      const value = call?.with[input]
      if (value?.from === 'answer') body.set(value.path[0] ?? '', text)
    }
    const end = `${action} ${outcome}`
    if (end === 'send-code sent') await player.phone.forget()
    else if (end === 'check-code right') type('code', (await player.phone.code(own)) ?? '')
    else if (end === 'check-password wrong') type('password', 'not this one')
    else if (action === 'check-call' && outcome !== 'waiting')
      await player.phone.answer(own, outcome)
  }
}

/** Whoever was sent through another journey goes through it and comes back. */
async function arrive(player: Player, reply: Reply, number: number, wanted = ''): Promise<Reply> {
  const [, id = ''] = reply.path.split('/')
  const through = id !== player.journey.id && wanted !== '$return' ? player.through(id) : undefined
  if (!through) return reply
  let now = reply
  for (const move of through.plan.moves)
    now = await doMove({ ...player, journey: through.journey }, move, now, number)
  return now
}

/** A page's place in the journey; what is outside of it is `$return`. Where no item is named it is the first one's. */
function placeIn({ path }: Reply, journey: Journey): string {
  const [, id, ...parts] = path.split(/[/?]/u)
  if (id !== journey.id || parts.length === 0) return '$return'
  const place = placeOf(journey, parts.join('/'))
  return place ? placeKey(place) : parts.join('/')
}
