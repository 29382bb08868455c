import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { type Forms, writeForms } from '../format/forms-of.ts'
import { ran } from '../scenarios/ran.ts'

const FLOW = `# yaml-language-server: $schema=./.schema/flow.schema.json
title: One
conditions: { tall: { height: { minimum: 190 } } }
steps:
  height: { fields: [height] }
  hat: { when: tall, fields: [hat] }
  end: { kind: exit, title: The end }
`
const FIELDS = {
  height: { type: 'integer', title: 'How tall are you?' },
  hat: { type: 'string', title: 'Which hat?', enum: ['bowler', 'cap'] },
}

async function within(forms: Forms, use: (dir: string) => Promise<void>): Promise<void> {
  const { dir, remove } = writeForms(forms)
  vi.stubEnv('FORMS_DIR', dir)
  try {
    await use(dir)
  } finally {
    vi.unstubAllEnvs()
    remove()
  }
}

const footpath = (...args: string[]) => ran((out) => main(args, out))

it('check writes what editors complete from, with the names of the journey as they are now', async () => {
  await within({ one: { fields: FIELDS, flow: FLOW } }, async (dir) => {
    await footpath('check')
    const path = join(dir, 'one/.schema/flow.schema.json')
    const schema = JSON.parse(readFileSync(path, 'utf8'))
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#')
    const { condition, target, entry } = schema.definitions
    expect(condition.anyOf[0].enum).toEqual(['tall'])
    expect(target.enum).toEqual(['height', 'hat', 'end', '$return'])
    expect(entry.properties.field).toMatchObject({
      enum: ['height', 'hat'],
      enumDescriptions: ['How tall are you?', 'Which hat?'],
    })
    expect(existsSync(join(dir, 'one/.schema/admin.schema.json'))).toBe(true)
    expect(existsSync(join(dir, '.schema/site.schema.json'))).toBe(true)
  })
})

it('types --editor writes them too, only where something has changed; what only reads the report writes none', async () => {
  await within({ one: { fields: FIELDS, flow: FLOW } }, async (dir) => {
    await footpath('check', '--format', 'json')
    expect(existsSync(join(dir, 'one/.schema'))).toBe(false)
    expect((await footpath('types', '--editor')).said).toContain(
      'Written: one/.schema/flow.schema.json\n',
    )
    expect((await footpath('types', '--editor')).said).toBe('Nothing has changed.\n')
  })
})

it('a flow with errors is completed all the same; what cannot be read leaves the last one', async () => {
  const flow = FLOW.replace('[hat]', '[hta]')
  await within({ one: { fields: FIELDS, flow }, two: { flow: 'title: [' } }, async (dir) => {
    expect((await footpath('check')).status).toBe(1)
    expect(readFileSync(join(dir, 'one/.schema/flow.schema.json'), 'utf8')).toContain('"tall"')
    expect(existsSync(join(dir, 'two/.schema'))).toBe(false)
  })
})

it('new writes the first line that editors look for, and the schema that it names', async () => {
  await within({}, async (dir) => {
    expect((await footpath('new', 'leaving')).status).toBe(0)
    const [first] = readFileSync(join(dir, 'leaving/flow.yaml'), 'utf8').split('\n')
    expect(first).toBe('# yaml-language-server: $schema=./.schema/flow.schema.json')
    expect(existsSync(join(dir, 'leaving/.schema/flow.schema.json'))).toBe(true)
  })
})
