import { expect, test } from '@playwright/test'
import { type DevServer, startDev } from '../dev/dev-server.ts'
import { ENDING } from '../format/write-forms.ts'
import { expectAccessible } from './axe.ts'

const FLOW = `title: Garden
steps:
  name: { title: Your name, fields: [name, kind] }
  note: { title: A note, fields: [note] }
${ENDING}`
const BROKEN = FLOW.replace('fields: [name, kind]', 'fields: [nome, kind]')

let server: DevServer
test.beforeAll(async () => {
  server = await startDev({
    garden: {
      fields: {
        name: { type: 'string', title: 'Name' },
        note: { type: 'string', title: 'Note' },
        kind: {
          title: 'Kind',
          oneOf: [
            { const: 'lawn', title: 'Lawn' },
            { const: 'wood', title: 'Wood' },
          ],
        },
      },
      required: ['name', 'kind', 'note'],
      flow: FLOW,
    },
  })
})
test.afterAll(() => server.end())

test('a save is seen, a mistake is shown in place, and the last sound version stays', async ({
  page,
  javaScriptEnabled,
}) => {
  const look = () => (javaScriptEnabled ? Promise.resolve() : page.reload().then(() => undefined))
  await page.goto(`${server.origin}/garden/name`)
  await page.getByLabel('Name', { exact: true }).fill('Robin')
  await page.getByLabel('Wood').check()
  await server.save('garden/flow.yaml', FLOW.replace('Your name', 'Who are you?'))
  await look()
  await expect(page.locator('h1')).toHaveText('Who are you?')
  if (javaScriptEnabled) {
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Robin')
    await expect(page.getByLabel('Wood')).toBeChecked()
  }
  await server.save('garden/flow.yaml', BROKEN)
  await look()
  await expect(page.locator('h1')).toHaveText('What is wrong with Garden')
  await expect(page.locator('mark')).toHaveText('nome')
  if (javaScriptEnabled) await expectAccessible(page)
  await page.getByRole('link', { name: 'Go on with the last version that had no mistakes' }).click()
  await expect(page.locator('h1')).toHaveText('Who are you?')
  await page.getByRole('link', { name: 'See what is wrong now' }).click()
  await expect(page.locator('mark')).toHaveText('nome')
  await page.goto(`${server.origin}/garden/name`)
  await server.save('garden/flow.yaml', FLOW)
  await look()
  await expect(page.locator('h1')).toHaveText('Your name')
  if (javaScriptEnabled) await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Robin')
})

test('a script keeps what was typed, and the focus, on a page that came by htmx too', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto(`${server.origin}/garden/name`)
  await page.getByLabel('Name', { exact: true }).fill('Robin')
  await page.getByLabel('Wood').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/garden/note')
  const note = page.getByLabel('Note', { exact: true })
  await note.fill('By the pond')
  await server.save('garden/flow.yaml', FLOW.replace('A note', 'Anything else?'))
  if (!javaScriptEnabled) await page.reload()
  await expect(page.locator('h1')).toHaveText('Anything else?')
  await expect(note).toHaveValue(javaScriptEnabled ? 'By the pond' : '')
  if (javaScriptEnabled) await expect(note).toBeFocused()
  await server.save('garden/flow.yaml', FLOW)
  if (!javaScriptEnabled) await page.reload()
  await expect(page.locator('h1')).toHaveText('A note')
})

test('why a page is as it is can be opened, with the line of each condition', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto(`${server.origin}/garden/name`)
  await page.getByText('Why this page?').click()
  await expect(
    page.getByText(/^name: here, because it was not left yet, .*flow\.yaml:3$/u),
  ).toBeVisible()
  if (javaScriptEnabled) await expectAccessible(page)
})

test('the map of a journey, and the lines that it names, can be read by everybody', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto(`${server.origin}/dev/garden/map`)
  await expect(page.locator('h1')).toContainText('Garden')
  await expect(page.getByText(/Your name \(name\)/u).first()).toBeVisible()
  if (javaScriptEnabled) await expectAccessible(page)
  await page
    .getByRole('link', { name: /flow\.yaml:3/u })
    .first()
    .click()
  await expect(page.locator('#line-3')).toContainText('name:')
  if (javaScriptEnabled) await expectAccessible(page)
})
