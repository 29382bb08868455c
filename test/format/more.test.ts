import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readForms } from '../../src/journey/read-forms.ts'
import { register, SAM, setUpPhone } from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { startTestService, type TestService } from '../client/service.ts'
import { addStaffMember } from '../client/staff-stories.ts'
import { ENDING, type Written, writeForms } from './forms-of.ts'

let service: TestService | undefined
let remove: (() => void) | undefined
afterEach(async () => {
  await service?.close()
  remove?.()
})

const TEXT = { type: 'string', maxLength: 50 }
const HOLIDAYS: Written = {
  fields: {
    name: { ...TEXT, title: 'Name' },
    how: { type: 'string', title: 'How can we reach you?', enum: ['email', 'phone'] },
    number: { ...TEXT, title: 'Your number' },
    hours: { ...TEXT, title: 'When may we call?' },
    cats: {
      type: 'array',
      title: 'Cats',
      minItems: 2,
      maxItems: 2,
      items: {
        type: 'object',
        required: ['called'],
        properties: { called: { ...TEXT, title: 'What is it called?' } },
      },
      field: { item: 'cat' },
    },
  },
  required: ['name', 'how', 'number', 'hours', 'cats'],
  flow: `
title: Cat sitting
steps:
  start: { kind: content, title: Cat sitting, buttons: [{ id: in, label: Login or Register, journey: login, next: you }] }
  you:
    title: About you
    requires: [signed-in]
    fields: [name, how, { field: number, when: { how: phone } }]
  hours: { when: { how: phone }, fields: [hours] }
  cat: { repeat: cats, fields: [called] }
${ENDING}`,
  more: {
    'admin.yaml': `
columns: [reference, status, name]
roles: { sitter: { see: [name, cats], move: [ask] }, all: { see: all, move: [ask, drop] } }
statuses: { received: { title: Received }, waiting: { title: Waiting, toResident: Tell us more } }
moves:
  ask:
    label: Ask again
    from: [received]
    to: waiting
    asks: { why: { type: string, title: Why } }
    more: { message: more, back: received }
  drop: { label: Drop, from: [waiting], to: received }
`,
    'messages/more.md': '---\nchannel: email\nsubject: More\nwith: [link]\n---\n[Answer]({link})\n',
  },
}

/** An answer opens a list of children; what one of them is opens a step of that child, and each has a wish. */
const FAMILY: Written = {
  fields: {
    children: { type: 'boolean', title: 'Do you have children?' },
    kids: {
      type: 'array',
      title: 'Children',
      minItems: 1,
      maxItems: 3,
      items: {
        type: 'object',
        required: ['nick', 'age', 'school'],
        properties: {
          nick: { ...TEXT, title: 'Nickname' },
          age: { type: 'integer', title: 'Age' },
          school: { ...TEXT, title: 'School' },
        },
      },
      field: { item: 'child' },
    },
    wishes: {
      type: 'array',
      title: 'Wishes',
      items: {
        type: 'object',
        required: ['wish'],
        properties: { wish: { ...TEXT, title: 'Wish' } },
      },
      field: { item: 'wish' },
    },
    first: {
      type: 'string',
      title: 'Who goes first?',
      field: { optionsFrom: { of: 'kids', value: 'nick' } },
    },
  },
  required: ['children', 'first'],
  flow: `
title: Family
steps:
  start: { kind: content, title: Family, buttons: [{ id: in, label: Login or Register, journey: login, next: you }] }
  you: { title: You, requires: [signed-in], fields: [children] }
  kid: { repeat: kids, title: A child, when: { children: true }, fields: [nick, age] }
  school: { repeat: kids, when: { age: { maximum: 15 } }, fields: [school] }
  wish: { repeat: { array: wishes, for: kids }, title: "What {nick} wants", fields: [wish] }
  first: { when: { children: true }, fields: [first] }
${ENDING}`,
  more: {
    'admin.yaml': `
columns: [reference, status]
statuses: { received: { title: Received }, waiting: { title: Waiting, toResident: Tell us more } }
moves:
  ask:
    label: Ask again
    from: [received]
    to: waiting
    asks: { why: { type: string, title: Why } }
    more: { message: more, back: received }
  drop: { label: Drop, from: [waiting], to: received }
`,
    'messages/more.md': '---\nchannel: email\nsubject: More\nwith: [link]\n---\n[Answer]({link})\n',
  },
}

/** The same family, in sections of a task list: the second waits for the first, and is there for those with children. */
const SECTIONS: Written = {
  ...FAMILY,
  flow: `
title: Sections
sections: { you: You, kids: Your children, wishes: Their wishes, rest: The rest }
steps:
  start: { kind: content, title: Sections, buttons: [{ id: in, label: Login or Register, journey: login, next: tasks }] }
  tasks:
    title: Your family
    requires: [signed-in]
    tasks:
      - { section: wishes, when: { children: true }, after: [kids] }
      - { section: you }
      - { section: kids, when: { children: true }, after: [you] }
  you: { section: you, title: You, fields: [children] }
  kid: { section: kids, repeat: kids, title: A child, fields: [nick, age] }
  school: { repeat: kids, when: { age: { maximum: 15 } }, fields: [school] }
  few: { kind: exit, when: { children: false }, title: None, content: None. }
  first: { fields: [first] }
  wish: { section: wishes, repeat: { array: wishes, for: kids }, title: "What {nick} wants", fields: [wish] }
  check:
    section: rest
    kind: check-answers
    title: Check
    buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: Not now } }, next: done }]
  done: { kind: confirmation, title: Done, content: "Reference {reference}" }
`,
}

/** The shipped sign-in, and these journeys. */
async function serveCats(): Promise<{ readonly dir: string; readonly service: TestService }> {
  const shipped = [...readForms('forms').texts].filter(([path]) =>
    /^(?:login|reset-password|_)/u.test(path),
  )
  const written = writeForms({
    cats: HOLIDAYS,
    family: FAMILY,
    sections: SECTIONS,
    ...Object.fromEntries(shipped),
  })
  remove = written.remove
  // Pictures are no texts.
  cpSync('forms/_themes', join(written.dir, '_themes'), { recursive: true })
  service = await startTestService({ formsDir: written.dir })
  expect(service.running.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return { dir: written.dir, service }
}

async function sendCats(served: TestService): Promise<Resident> {
  const sam = served.resident()
  await sam.visit('/cats')
  await register(sam, served, SAM)
  await setUpPhone(sam, served, SAM, 'text')
  sam.fill('Name', 'Sam')
  sam.choose('How can we reach you?', 'phone')
  await sam.press('Continue')
  sam.fill('Your number', '12')
  await sam.press('Continue')
  sam.fill('When may we call?', 'At noon')
  await sam.press('Continue')
  for (const cat of ['Tom', 'Kit']) {
    sam.fill('What is it called?', cat)
    await sam.press('Continue')
  }
  if (sam.page.path.endsWith('/list')) await sam.press('Continue')
  await sam.press('Send')
  expect(sam.page.heading).toBe('Done')
  return sam
}

/** Somebody without children sends the form, and is asked by staff whether that is so. */
async function askedForChildren(served: TestService, journey = 'family') {
  const sam = served.resident()
  await sam.visit(`/${journey}`)
  await register(sam, served, SAM)
  await setUpPhone(sam, served, SAM, 'text')
  if (journey === 'sections') await sam.follow('You')
  sam.choose('Do you have children?', 'No')
  await sam.press('Continue')
  if (journey === 'sections') await sam.press('Continue')
  await sam.press('Send')
  expect(sam.page.heading).toBe('Done')
  const staff = await addStaffMember(served)
  const reference = await toCase(staff, journey)
  await staff.follow('Ask again')
  staff.choose(journey === 'sections' ? 'You' : 'Answers', 'Do you have children?')
  staff.fill('Why', 'Really?')
  await staff.press('Ask again')
  await sam.visit(`/account/requests/${reference}/more`)
  return { sam, staff, reference }
}

/** Sends the page with these texts in the boxes of these names. */
async function send(resident: Resident, texts: Readonly<Record<string, string>>) {
  const { action, body } = resident.formOf('Send')
  for (const [name, text] of Object.entries(texts)) body.set(name, text)
  await resident.post(action, body)
}

async function toCase(staff: Resident, journey = 'cats') {
  await staff.visit(`/admin/${journey}`)
  const link = staff.page.links.find((one) => /^\w{4}-\w{4}$/u.test(one)) ?? ''
  await staff.follow(link)
  return link
}

describe('a move that asks for more', () => {
  it('asks for an item of a repeat, and offers and shows a role only what it may see', async () => {
    const { service: served } = await serveCats()
    const sam = await sendCats(served)
    const staff = await addStaffMember(served, undefined, 'sitter')
    const reference = await toCase(staff)
    await staff.follow('Ask again')
    expect(staff.page.text).not.toContain('Your number')
    expect(staff.page.text).toContain('Name')
    staff.choose('Cat 2', 'What is it called?')
    staff.fill('Why', 'Really?')
    const { action, body } = staff.formOf('Ask again')
    body.append('questions-1', 'you:how')
    await staff.post(action, body)
    expect(staff.page.notices).toEqual(['It is now: Waiting.'])
    await sam.visit(`/account/requests/${reference}/more`)
    expect(sam.page.text).toContain('Cat 2')
    expect(sam.page.text).not.toContain('How can we reach you?')
    expect(sam.valueOf('What is it called?')).toBe('Kit')
    sam.fill('What is it called?', '')
    await sam.press('Send')
    expect([sam.page.status, sam.page.errors.length]).toEqual([422, 1])
    sam.fill('What is it called?', 'Kitty')
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
    await toCase(staff)
    expect(staff.page.text).toMatch(/Cat 1 What is it called\? Tom Cat 2/u)
    expect(staff.page.text).toContain('Kitty')
    expect(staff.page.text).toContain('Before: Kit')
    expect(staff.page.text).not.toContain('At noon')
  })

  it('drops what an answer shuts, on the page and on later ones', async () => {
    const { service: served } = await serveCats()
    const sam = await sendCats(served)
    const staff = await addStaffMember(served)
    const reference = await toCase(staff)
    await staff.follow('Ask again')
    staff.choose('Answers', 'How can we reach you?', 'Your number')
    staff.fill('Why', 'Really?')
    await staff.press('Ask again')
    await sam.visit(`/account/requests/${reference}/more`)
    sam.choose('How can we reach you?', 'email')
    sam.fill('Your number', '')
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
    await toCase(staff)
    expect(staff.page.text).toContain('Before: At noon')
    expect(staff.page.text).toContain('Before: 12')
    expect(staff.page.text).toContain('Answers that no longer count')
  })

  it('goes on by the definition that the request was made with, when it is edited meanwhile', async () => {
    const { dir, service: served } = await serveCats()
    const sam = await sendCats(served)
    const staff = await addStaffMember(served)
    const reference = await toCase(staff)
    await staff.follow('Ask again')
    staff.choose('Answers', 'Name')
    staff.fill('Why', 'Really?')
    await staff.press('Ask again')
    await sam.visit(`/account/requests/${reference}/more`)
    // The question is asked on another step from now on, under a name of which the old page knows nothing.
    const flow = HOLIDAYS.flow
      .replace('[name, how,', '[how,')
      .replace('  hours:', '  who-are-you: { fields: [name] }\n  hours:')
    writeFileSync(join(dir, 'cats/flow.yaml'), flow)
    writeFileSync(
      join(dir, 'cats/admin.yaml'),
      'statuses: { new: { title: New } }\nstart: new\nmoves: { shut: { label: Shut, from: [new], to: new } }\n',
    )
    rmSync(join(dir, 'cats/messages/more.md'))
    await served.restart()
    expect(served.running.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    sam.fill('Name', 'Samuel')
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
    await toCase(staff)
    expect(staff.page.text).toContain('Samuel')
    expect(staff.page.text).toContain('Status New')
  })

  it('leads through a list that an answer opens: each item, its own steps, what is paired with it, and whether there is another', async () => {
    const { service: served } = await serveCats()
    const { sam, staff } = await askedForChildren(served)
    sam.choose('Do you have children?', 'Yes')
    await sam.press('Send')
    expect(sam.page.text).toContain('Because of what you changed, we need to ask you more.')
    expect(sam.page.text).toContain('Child 1')
    sam.fill('Nickname', 'Ann')
    sam.fill('Age', '9')
    await sam.press('Send')
    expect(sam.page.errors).toEqual(['Select yes if you need to add another'])
    sam.choose(/another child/u, 'Yes')
    await sam.press('Send')
    expect(sam.page.text).toContain('Child 2')
    // What is asked of two children has the same words for both: by the names of the boxes.
    await send(sam, { 'kids-1-school': 'Diss', 'kids-2-nick': 'Bob', 'kids-2-age': '40' })
    expect(sam.page.errors).toEqual([
      'Select yes if you need to add another',
      'Enter wish',
      'Select an answer',
    ])
    expect(sam.page.text).toContain('What Ann wants')
    await send(sam, { 'kids-another-2': 'no', 'wishes-1-wish': 'Ice', first: 'Ann' })
    expect(sam.page.errors).toEqual([])
    expect(sam.page.text).toContain('What Bob wants')
    sam.choose('Who goes first?', 'Bob')
    await send(sam, { 'wishes-2-wish': 'Rest' })
    expect(sam.page.heading).toBe('We have your answers')
    await toCase(staff, 'family')
    expect(staff.page.text).toMatch(/Child 1 Nickname Ann.*School Diss.*Child 2 Nickname Bob/u)
    expect(staff.page.text).toMatch(/Wish 1 Wish Ice.*Wish 2 Wish Rest/u)
    expect(staff.page.text).not.toContain('kids-another')
  })

  it('leads into the sections of a task list that an answer opens, and drops what it shuts there', async () => {
    const { service: served } = await serveCats()
    const { sam, staff, reference } = await askedForChildren(served, 'sections')
    sam.choose('Do you have children?', 'Yes')
    await sam.press('Send')
    expect(sam.page.text).toContain('Because of what you changed, we need to ask you more.')
    expect(sam.page.text).toContain('Child 1')
    await send(sam, { 'kids-1-nick': 'Ann', 'kids-1-age': '9', 'kids-another-1': 'no' })
    expect(sam.page.text).toContain('What Ann wants')
    sam.choose('Who goes first?', 'Ann')
    await send(sam, { 'kids-1-school': 'Diss', 'wishes-1-wish': 'Ice' })
    expect(sam.page.heading).toBe('We have your answers')
    await toCase(staff, 'sections')
    expect(staff.page.text).toMatch(/Child 1 Nickname Ann.*School Diss/u)
    expect(staff.page.text).toMatch(/Wish 1 Wish Ice/u)
    await staff.follow('Ask again')
    staff.choose('You', 'Do you have children?')
    staff.fill('Why', 'Really?')
    await staff.press('Ask again')
    await sam.visit(`/account/requests/${reference}/more`)
    sam.choose('Do you have children?', 'No')
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
    await toCase(staff, 'sections')
    expect(staff.page.text).toMatch(/Answers that no longer count.*Before: Ann 9 Diss/u)
    expect(staff.page.text).not.toMatch(/Child 1 Nickname Ann/u)
    expect(staff.page.text).not.toMatch(/no longer count Nickname \(1\)/u)
  })

  it('takes back an item that was said to come, and drops what an answer shuts in an item', async () => {
    const { service: served } = await serveCats()
    const { sam, staff, reference } = await askedForChildren(served)
    sam.choose('Do you have children?', 'Yes')
    await sam.press('Send')
    await send(sam, { 'kids-1-nick': 'Ann', 'kids-1-age': '9', 'kids-another-1': 'yes' })
    await send(sam, {
      'kids-1-school': 'Diss',
      'wishes-1-wish': 'Ice',
      'kids-another-1': 'no',
      first: 'Ann',
    })
    expect(sam.page.heading).toBe('We have your answers')
    await toCase(staff, 'family')
    expect(staff.page.text).not.toContain('Child 2')
    await staff.follow('Ask again')
    staff.choose('Child 1', 'Age')
    staff.fill('Why', 'Really?')
    await staff.press('Ask again')
    await sam.visit(`/account/requests/${reference}/more`)
    expect(sam.valueOf('Age')).toBe('9')
    sam.fill('Age', '20')
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
    await toCase(staff, 'family')
    expect(staff.page.text).toMatch(/Answers that no longer count School \(1\).*Before: Diss/u)
    expect(staff.page.text).toMatch(/Wish 1 Wish Ice/u)
  })
})
