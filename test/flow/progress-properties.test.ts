import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createKeptStore } from './kept-store.ts'
import { createPlayer, type Player } from './player.ts'
import { type Given, pathOf, type RandomFlow, randomFlow, writtenOf } from './random-flow.ts'

type Move =
  | { readonly do: 'go'; readonly step: number }
  | { readonly do: 'answer'; readonly first: string; readonly second: string }

const said = fc.constantFrom('yes', 'no', '')
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('answer' as const), first: said, second: said }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('go' as const), step: fc.nat(8) }) },
)
const moves = fc.array(move, { minLength: 4, maxLength: 25 })

const MOST_HOPS = 3

async function make(player: Player, one: Move): Promise<void> {
  if (one.do === 'answer') await answer(player, one.first, one.second)
  else await get(player, one.step === 8 ? undefined : `s${one.step}`)
}

/** Answers what the page asks, or leaves it out; a page that asks nothing is left by its address. */
async function answer(player: Player, first: string, second: string): Promise<void> {
  if (!player.page.buttons.some((button) => button.id === 'continue')) return get(player)
  const answers: Record<string, string> = {}
  for (const block of player.page.blocks)
    if (block.is === 'field')
      answers[block.field.name] = /^q/u.test(block.field.name) ? first : second
  await player.press(answers, 'continue')
  expect(player.hops).toBeLessThanOrEqual(MOST_HOPS)
}

/** A GET changes nothing, and ends within a few redirects. */
async function get(player: Player, key?: string): Promise<void> {
  const stored = player.stored()
  if (await player.go(key)) expect(player.hops).toBeLessThanOrEqual(MOST_HOPS)
  expect(player.stored()).toBe(stored)
}

/** Whoever is shown a page may be there: its address leads to the very page. */
async function staysWhereItIs(player: Player): Promise<void> {
  const { place } = player.page
  await get(player, place)
  expect(player.page.place).toBe(place)
}

/** Says no to all that is still asked, and sends. */
async function finish(player: Player, flow: RandomFlow): Promise<void> {
  await get(player)
  const isThere = () => player.page.buttons.some((button) => button.id === 'send')
  for (let count = 0; !isThere(); count++) {
    expect(count, `stuck on ${player.page.place}`).toBeLessThan(3 * flow.steps.length)
    await answer(player, 'no', 'no')
    await get(player)
  }
  await player.press({}, 'send')
  expect(player.page.kind).toBe('confirmation')
}

/** Where an answer leads that was taken: a yes to the exit shows it. */
function leadsToExit(flow: RandomFlow, place: string, one: Move): boolean {
  const step = flow.steps[Number(place.slice(1))]
  return one.do === 'answer' && one.first === 'yes' && step?.onYes === 'exit'
}

async function walk(flow: RandomFlow, made: readonly Move[]): Promise<Player> {
  const player = await createPlayer(writtenOf(flow))
  for (const one of made) {
    const { place } = player.page
    await make(player, one)
    const isAskedMore = player.page.errors.length + player.page.notices.length > 0
    if (leadsToExit(flow, place, one) && !isAskedMore) expect(player.page.place).toBe('stop')
    await staysWhereItIs(player)
  }
  await finish(player, flow)
  return player
}

/** What somebody sees; the definition is the same for all. */
function seen({ page: { journey: _journey, step: _step, ...page } }: Player): object {
  return page
}

/** Plays the same on a store that forgets each record as it is read, and on one that keeps it. */
async function walkTwice(flow: RandomFlow, made: readonly Move[]): Promise<void> {
  const written = writtenOf(flow)
  const [fresh, kept] = [
    await createPlayer(written),
    await createPlayer(written, createKeptStore()),
  ]
  for (const one of made) {
    for (const player of [fresh, kept]) await make(player, one)
    expect(seen(kept)).toEqual(seen(fresh))
    expect(kept.stored()).toBe(fresh.stored())
    const { place } = fresh.page
    for (const key of [undefined, place, place]) {
      for (const player of [fresh, kept]) await get(player, key)
      expect(seen(kept)).toEqual(seen(fresh))
    }
  }
}

describe('progress, whatever the flow and whatever is pressed', () => {
  it('leads to the end along the path that the answers say, and sends what was asked on it', async () => {
    await fc.assert(
      fc.asyncProperty(randomFlow(false), moves, async (flow, made) => {
        const { answers, path } = await (await walk(flow, made)).sent()
        const model = pathOf(flow, answers as Given)
        expect(answers).toEqual(model.given)
        expect(path).toEqual(model.path)
      }),
      { seed: 20260615, numRuns: 60 },
    )
  }, 30_000)

  it('lets nobody get lost by links either, and sends nothing that was not asked', async () => {
    await fc.assert(
      fc.asyncProperty(randomFlow(true), moves, async (flow, made) => {
        const { answers, path } = await (await walk(flow, made)).sent()
        const steps = Object.keys(answers).map((name) => `s${name.slice(1)}`)
        expect(path).toEqual(expect.arrayContaining(steps))
      }),
      { seed: 20260616, numRuns: 60 },
    )
  }, 30_000)

  it('is the same whether it is remembered from press to press or computed anew', async () => {
    await fc.assert(fc.asyncProperty(randomFlow(true), moves, walkTwice), {
      seed: 20261126,
      numRuns: 60,
    })
  }, 60_000)
})
