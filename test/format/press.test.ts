import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resident } from '../client/resident.ts'
import { MINUTE, type TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'
import { CHECK_WORD, READ_WEATHER, USE_WORD, WAIT_FOR_IT } from './own-actions.ts'

const TEXT = { type: 'string', maxLength: 20 }

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    '_shared/actions/check-word.ts': CHECK_WORD,
    lapse: {
      fields: {
        word: { title: 'Word', ...TEXT },
        parts: {
          title: 'Parts',
          type: 'array',
          items: {
            type: 'object',
            properties: { part: { title: 'Part', ...TEXT } },
            required: ['part'],
          },
        },
      },
      required: ['word'],
      flow: `
title: Lapse
steps:
  word: { fields: [word] }
  prove:
    title: Prove
    content: Now check it.
    buttons: [{ id: go, label: Check it, run: check-word, with: { word: $word }, on: { odd: { error: No }, later: { error: No }, far: { error: No } } }]
  known: { title: Known, requires: [word-checked], content: Known it is. }
  part:
    repeat: parts
    fields: [part]
    buttons: [{ id: go, label: Check it, run: check-word, with: { word: $part }, on: { odd: { error: No }, later: { error: No }, far: { error: No } } }]
${ENDING}`,
    },
    words: {
      fields: {
        word: { title: 'Word', ...TEXT },
        way: { title: 'Way', enum: ['left', 'right'] },
        note: { title: 'Note', ...TEXT },
      },
      required: ['word'],
      more: {
        'actions/use-word.ts': USE_WORD,
        'actions/read-weather.ts': READ_WEATHER,
        'actions/wait-for-it.ts': WAIT_FOR_IT,
      },
      flow: `
title: Words
draft: { owner: session, keep: 5 hours }
steps:
  word:
    title: Word
    fields: [word, way]
    buttons:
      - id: plain
        label: Plain
        run: check-word
        with: { word: $word }
        on:
          odd: { error: { word: "{word} is odd" } }
          later: { notice: "Come back later, {word}" }
          far: [{ when: { way: left }, to: left }, { to: right }]
        next: word-known
      - id: strict
        label: Strict
        style: secondary
        run: check-word
        with: { word: $word }
        on: { odd: { error: "Odd word" }, bad: { notice: "{word} is bad", next: right }, later: { notice: Until later, next: $return }, far: left, good: left }
      - { id: skip, label: Skip, style: link, validate: false, next: left }
      - { id: both, label: Both, when: { word: late }, run: [{ action: check-word, with: { word: $word }, on: { odd: { error: No }, later: { error: No }, far: { error: No } } }, { action: use-word, with: { word: $word } }], next: word-known }
  left: { title: Left, fields: [note], next: check }
  right: { title: Right, content: On the right., next: check }
  word-known:
    title: Word known
    requires: [word-checked]
    content: "It has {fact.word-checked.length} letters."
    fields: [note]
    buttons:
      - { id: use, label: Use it, run: use-word, with: { word: $word }, next: used }
      - { id: again, label: On, next: fresh }
  fresh: { title: Fresh, requires: [{ fact: word-checked, within: 5 minutes }, { fact: word-checked, about: $word }], content: Fresh enough., next: used }
  used: { title: Used, requires: [word-checked], enter: [{ action: read-weather, with: { place: $word } }], content: "Now {fact.weather.sky}.", next: wait }
  wait:
    title: Wait
    content: Wait for it.
    buttons: [{ id: look, label: Look, run: wait-for-it, poll: 3 seconds, on: { gone: { error: Gone for good } }, next: check }]
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

async function say(word: string, button = 'Plain', way?: string): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/words')
  resident.fill('Word', word)
  if (way) resident.choose('Way (optional)', way)
  await resident.press(button)
  return resident
}

async function sayAgain(resident: Resident, word: string): Promise<void> {
  await resident.visit('/words/word')
  resident.fill('Word', word)
  await resident.press('Plain')
}

/** How often words were checked. */
function checked(): number {
  return (globalThis as { wordsChecked?: readonly string[] }).wordsChecked?.length ?? 0
}

describe('the outcome of an action', () => {
  it('leads on, to the button’s target, when it is the first', async () => {
    const resident = await say('hello')
    expect(resident.page.heading).toBe('Word known')
    expect(resident.page.text).toContain('It has 5 letters.')
  })

  it('is the page again with the words of the definition, at the field', async () => {
    const resident = await say('odd')
    expect(resident.page.status).toBe(422)
    expect(resident.page.errors).toEqual(['odd is odd'])
    expect(resident.valueOf('Word')).toBe('odd')
    expect(resident.page.html).toContain('id="word-error"')
    await resident.visit('/words')
    expect(resident.page.path).toBe('/words/word')
  })

  it('is the page again with the words of the definition for the whole page', async () => {
    const resident = await say('odd', 'Strict')
    expect(resident.page.errors).toEqual(['Odd word'])
    expect(resident.page.html).not.toContain('id="word-error"')
  })

  it('has the action’s own words where the definition has none', async () => {
    const resident = await say('bad')
    expect(resident.page.status).toBe(422)
    expect(resident.page.errors).toEqual(['That is a bad word'])
  })

  it('is a notice on the same page, shown once', async () => {
    const resident = await say('later')
    expect(resident.page.status).toBe(200)
    expect(resident.page.path).toBe('/words/word')
    expect(resident.page.notices).toEqual(['Come back later, later'])
    expect(resident.valueOf('Word')).toBe('later')
    await resident.visit('/words/word')
    expect(resident.page.notices).toEqual([])
  })

  it('leads to the step that the definition names, or the first of a list that holds', async () => {
    expect((await say('far', 'Plain', 'left')).page.heading).toBe('Left')
    expect((await say('far', 'Plain', 'right')).page.heading).toBe('Right')
    expect((await say('bad', 'Strict')).page.heading).toBe('Right')
    expect((await say('fine', 'Strict')).page.heading).toBe('Left')
  })

  it('may be $return: home, where nobody called', async () => {
    expect((await say('later', 'Strict')).page.path).toBe('/')
  })

  it('may say something once where it leads, and be passed all the same', async () => {
    const resident = await say('bad', 'Strict')
    expect(resident.page.path).toBe('/words/right')
    expect(resident.page.notices).toEqual(['bad is bad'])
    expect((await resident.visit('/words')).path).toBe('/words/right')
    expect(resident.page.notices).toEqual([])
    const gone = await say('later', 'Strict')
    expect(gone.page.notices).toEqual(['Until later'])
    expect((await gone.visit('/')).notices).toEqual([])
  })

  it('that is a fault is the page again, 503, with what was typed; nothing of it in the log', async () => {
    const resident = await say('broken')
    expect(resident.page.status).toBe(503)
    expect(resident.valueOf('Word')).toBe('broken')
    expect(JSON.stringify(service.logged)).not.toContain('it broke')
  })
})

describe('buttons', () => {
  it('are shown by their "when"; the first is what Enter presses; one may need no answer', async () => {
    const resident = service.resident()
    await resident.visit('/words')
    expect(resident.page.buttons).toEqual(['Plain', 'Strict', 'Skip'])
    const { action, body } = resident.formOf('Plain')
    body.delete('button')
    body.set('word', 'hello')
    await resident.post(action, body)
    expect(resident.page.heading).toBe('Word known')
    await resident.visit('/words/word')
    resident.fill('Word', '')
    await resident.press('Skip')
    expect(resident.page.heading).toBe('Left')
  })

  it('that need no answer and run nothing make their target reachable, and the path may be laid there', async () => {
    const resident = service.resident()
    await resident.visit('/words/left')
    expect(resident.page.heading).toBe('Left')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Check')
  })

  it('lay the path also over a page that was answered before', async () => {
    const resident = await say('odd')
    resident.fill('Word', 'hello')
    await resident.press('Plain')
    await resident.visit('/words/left')
    expect(resident.page.heading).toBe('Left')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Check')
  })
})

describe('a fact', () => {
  it('lapses with a changed answer, and holds again when that is changed back', async () => {
    const resident = service.resident()
    const tell = async (word: string) => {
      await resident.visit('/lapse/word')
      resident.fill('Word', word)
      await resident.press('Continue')
    }
    await tell('hello')
    await resident.press('Check it')
    expect(resident.page.path).toBe('/lapse/known')
    await tell('other')
    expect(resident.page.path).toBe('/lapse/prove')
    await resident.visit('/lapse/known')
    expect(resident.page.path).toBe('/lapse/prove')
    const before = checked()
    await tell('hello')
    expect(resident.page.path).toBe('/lapse/known')
    expect(checked()).toBe(before)
  })

  it('is not earned again by an answer that the action refuses', async () => {
    const resident = await say('hello')
    await sayAgain(resident, 'odd')
    expect(resident.page.status).toBe(422)
    await resident.visit('/words/word-known')
    expect(resident.page.path).toBe('/words/word')
    await sayAgain(resident, 'hello')
    expect(resident.page.path).toBe('/words/word-known')
  })

  it('of an item belongs to that item, also when one before it is taken out', async () => {
    const resident = service.resident()
    await resident.visit('/lapse/word')
    resident.fill('Word', 'hello')
    await resident.press('Continue')
    await resident.press('Check it')
    await resident.press('Continue')
    for (const part of ['one', 'two']) {
      resident.choose(/add/u, 'Yes')
      await resident.press('Continue')
      resident.fill('Part', part)
      await resident.press('Check it')
    }
    expect(resident.page.path).toBe('/lapse/part/list')
    const before = checked()
    await resident.press(/Remove .* 1/u)
    await resident.press('Yes, remove it')
    expect(resident.page.path).toBe('/lapse/part/list')
    resident.choose(/add/u, 'No')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Check')
    expect(checked()).toBe(before)
  })

  it('lapses with its time: the person goes to the last step that gives it', async () => {
    const resident = await say('hello')
    resident.fill('Note (optional)', 'mine')
    await resident.press('On')
    expect(resident.page.heading).toBe('Fresh')
    await resident.press('Continue')
    expect(resident.page.text).toContain('Now rain in hello.')
    service.pass(6 * MINUTE)
    await resident.visit('/words/used')
    expect(resident.page.path).toBe('/words/word')
    await resident.press('Plain')
    expect(resident.page.path).toBe('/words/used')
    service.pass(11 * MINUTE)
    await resident.visit('/words')
    expect(resident.page.path).toBe('/words/word')
    await resident.press('Plain')
    expect(resident.page.path).toBe('/words/used')
  })

  it('protects the action that needs it, whatever page was left open', async () => {
    const resident = await say('hello')
    const { action, body } = resident.formOf('Use it')
    service.pass(11 * MINUTE)
    await resident.post(action, body)
    expect(resident.page.path).toBe('/words/word')
    expect((globalThis as { wordsUsed?: readonly string[] }).wordsUsed ?? []).not.toContain('hello')
  })

  it('is not earned twice when a later action failed', async () => {
    const resident = await say('late')
    await resident.visit('/words/word')
    await resident.press('Both')
    expect(resident.page.errors).toEqual(['It did not work'])
    const before = checked()
    await resident.press('Both')
    expect(resident.page.errors).toEqual(['It did not work'])
    expect(checked()).toBe(before)
  })
})

describe('an action that closes', () => {
  it('leaves the steps before it as they are, for good', async () => {
    const resident = await say('shut')
    await resident.press('Use it')
    expect(resident.page.heading).toBe('Used')
    await resident.visit('/words/word')
    expect(resident.page.path).toBe('/words/used')
    expect(resident.page.links).not.toContain('Back')
    service.pass(11 * MINUTE)
    await resident.visit('/words')
    expect(resident.page.path).toBe('/words/word')
    expect(resident.page.notices.join(' ')).toMatch(/start again/u)
    expect(resident.valueOf('Word')).toBe('')
  })
})

describe('poll', () => {
  it('says that it waits when the button is pressed by hand, and goes on when it is ready', async () => {
    const resident = await say('calm')
    await resident.press('On')
    await resident.press('Continue')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Wait')
    await resident.press('Look')
    expect(resident.page.status).toBe(200)
    expect(resident.page.notices).toEqual(['It is not ready yet'])
    const { action, body } = resident.formOf('Look')
    const asked = resident.duplicateTab()
    await asked.post(action, body, { 'footpath-poll': '1' })
    expect(asked.page.status).toBe(204)
    await resident.press('Look')
    expect(resident.page.heading).toBe('Check')
  })
})
