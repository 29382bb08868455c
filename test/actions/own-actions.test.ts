import { afterEach, describe, expect, it, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { ownAction } from '../format/own-actions.ts'
import { ENDING, writeForms } from '../format/write-forms.ts'
import { ran } from '../scenarios/ran.ts'

const CONTRACT = {
  name: 'look-up',
  input: { type: 'object', properties: { plot: { type: 'string' } } },
  outcomes: ['found', 'missing'],
  gives: [{ on: 'found', fact: 'plot-found', about: ['plot'] }],
}

afterEach(() => vi.unstubAllEnvs())

async function check(action: string) {
  const { dir, remove } = writeForms({
    garden: {
      fields: { plot: { type: 'string', title: 'Plot' } },
      flow: `title: Garden\nsteps:\n  plot: { title: Your plot, fields: [plot] }\n${ENDING}`,
      more: { 'actions/look-up.ts': action },
    },
  })
  vi.stubEnv('FORMS_DIR', dir)
  const result = await ran((out) => main(['check'], out))
  remove()
  return result
}

describe('the contract of a journey’s own action', () => {
  it('is taken where it fits together', async () => {
    expect((await check(ownAction(CONTRACT, "return { outcome: 'found' }"))).status).toBe(0)
  })

  it.each([
    [{ outcomes: [] }, 'the action has no "outcomes"'],
    [
      { gives: [{ on: 'fuond', fact: 'plot-found', about: ['plot'] }] },
      'there is no outcome "fuond". The outcomes are: found, missing',
    ],
    [{ waits: 'waiting' }, 'there is no outcome "waiting"'],
    [
      { gives: [{ on: 'found', fact: 'plot-found', about: ['plto'] }] },
      'a fact cannot be about "plto", which is no input. The inputs are: plot',
    ],
    [{ needs: [{ fact: 'known', about: 'nick' }] }, 'a fact cannot be about "nick"'],
  ])('is refused with its file where it does not: %j', async (flaw, words) => {
    const { status, failed } = await check(
      ownAction({ ...CONTRACT, ...flaw }, "return { outcome: 'found' }"),
    )
    expect(status).toBe(2)
    expect(failed).toContain('look-up.ts')
    expect(failed).toContain(words)
  })
})
