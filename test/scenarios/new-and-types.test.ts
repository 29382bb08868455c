import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compileSchema } from '../../src/answers/compile-schema.ts'
import { main } from '../../src/cli/main.ts'
import { ran } from './ran.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'footpath-new-'))
  vi.stubEnv('FORMS_DIR', dir)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true })
})

const run = (...args: string[]) => ran((out) => main(args, out))

describe('footpath new', () => {
  it('writes a journey that passes check without a warning, and test with all of it gone through', async () => {
    expect((await run('new', 'parking-permit')).status).toBe(0)
    expect((await run('check')).said).toBe('No problems in 1 journey.\n')
    const { status, said } = await run('test', '--min', '100')
    expect(said).toContain('parking-permit: 3 scenarios, all as they should be.')
    expect(status).toBe(0)
  })

  it('writes it in Welsh too where the site speaks that, and leaves no word out', async () => {
    const site = { service: 'Permits', council: 'Example Council', languages: ['en', 'cy'] }
    writeFileSync(join(dir, '_site.yaml'), JSON.stringify(site))
    const { said } = await run('new', 'parking-permit')
    expect(said).toContain('locales/cy.yaml')
    expect((await run('check')).said).not.toContain('parking-permit')
    expect(readFileSync(join(dir, 'parking-permit', 'locales', 'cy.yaml'), 'utf8')).toContain(
      'title: "Ffurflen: parking permit"',
    )
    expect((await run('test', '--min', '100')).status).toBe(0)
  })

  it('writes over nothing, and takes no id that a journey may not have', async () => {
    await run('new', 'parking-permit')
    expect((await run('new', 'parking-permit')).status).toBe(2)
    expect((await run('new', 'admin')).failed).toBe('No journey may be called "admin".\n')
    expect((await run('new', 'Parking Permit')).failed).toContain('"parking-permit"')
    expect((await run('new')).status).toBe(2)
  })
})

describe('footpath types', () => {
  it('prints the types of the answers', async () => {
    await run('new', 'permit')
    const { said } = await run('types', 'permit')
    expect(said).toContain('export interface Answers {')
    expect(said).toContain('  readonly contactBy?: "email" | "post"')
    expect(said).toContain('  readonly name?: string')
  })

  it('prints the schema of what is sent: what is on every way is required, and nothing else', async () => {
    await run('new', 'permit')
    const schema = JSON.parse((await run('types', 'permit', '--schema')).said)
    expect(schema.required).toEqual(['name', 'contactBy'])
    const isRight = compileSchema(schema)
    expect(isRight({ name: 'Sam', contactBy: 'post' })).toBe(true)
    expect(isRight({ name: 'Sam', contactBy: 'pigeon' })).toBe(false)
    expect(isRight({ name: 'Sam' })).toBe(false)
    expect(isRight({ name: 'Sam', contactBy: 'post', more: 1 })).toBe(false)
  })

  it('ends with 2 over a journey that is not there', async () => {
    expect((await run('types', 'permit')).status).toBe(2)
  })
})
