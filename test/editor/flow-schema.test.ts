import { readdirSync, readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { actions } from '../../src/actions/registry.ts'
import { adminSchema } from '../../src/editor/admin-schema.ts'
import { flowSchema } from '../../src/editor/flow-schema.ts'
import { NO_NAMES } from '../../src/editor/names.ts'
import { readEditorNames } from '../../src/editor/read-names.ts'
import { siteFileSchema } from '../../src/editor/site-schema.ts'
import { readForms } from '../../src/journey/read-forms.ts'
import type { FormsFiles } from '../../src/journey/source.ts'
import { ADMINS } from '../check/broken/admins.ts'
import type { Mistake } from '../check/broken/mistake.ts'
import { NAMES } from '../check/broken/names.ts'
import { SHAPES } from '../check/broken/shapes.ts'
import { checked, formsEdited, soundForms } from '../check/sound-forms.ts'

/** Draft-07, as the language server reads it; its words for people are no keywords of the standard. */
function compiled(schema: object): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false })
  ajv.addVocabulary(['enumDescriptions', 'patternErrorMessage'])
  return ajv.compile(schema)
}

const read = new Map<FormsFiles, ReturnType<typeof checked>>()

function namesOf(files: FormsFiles, journey: string) {
  const forms = read.get(files) ?? checked(files)
  read.set(files, forms)
  const loaded = forms.journeys.find(({ id }) => id === journey)
  const names = loaded && readEditorNames(loaded, forms, files, () => actions)
  if (!names) throw new Error(`${journey} cannot be read`)
  return names
}

function faultsIn(validate: ValidateFunction, text: string): readonly string[] {
  validate(parse(text))
  return (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`)
}

const shipped = readForms('forms')
const other = readForms('test/fixtures/forms-other')
const journeysOf = ({ texts }: FormsFiles) =>
  [...texts.keys()].flatMap((path) => /^([^/_]+)\/flow\.yaml$/u.exec(path)?.[1] ?? [])

describe('the schema of a flow', () => {
  it.each([
    ...journeysOf(shipped).map((id) => [id, shipped] as const),
    ...journeysOf(soundForms).map((id) => [id, soundForms] as const),
    ['compliment', other] as const,
  ])('takes all that check takes: the flow and the admin of %s', (journey, files) => {
    const names = namesOf(files, journey)
    const text = files.texts.get(`${journey}/flow.yaml`) ?? ''
    expect(faultsIn(compiled(flowSchema(names)), text)).toEqual([])
    const admin = files.texts.get(`${journey}/admin.yaml`)
    if (admin !== undefined) expect(faultsIn(compiled(adminSchema(names)), admin)).toEqual([])
  })

  const sound = new Map(
    journeysOf(soundForms).map((id) => [id, compiled(flowSchema(namesOf(soundForms, id)))]),
  )
  // Which fields a page asks is for check to see: the schema knows all of the journey.
  const onThePage = 'a field of another page in an error'
  const mistyped = [...NAMES, ...SHAPES.filter(([, , , , code]) => code === 'FP0201')].filter(
    ([what, file]) => file.endsWith('flow.yaml') && what !== onThePage,
  )
  it.each(mistyped.map((mistake) => ({ what: mistake[0], mistake })))(
    'does not take $what',
    ({ mistake }) => {
      const file = mistake[1]
      const validate = sound.get(file.split('/')[0] ?? '')
      if (!validate) throw new Error(file)
      expect(faultsIn(validate, written(mistake))).not.toEqual([])
    },
  )
})

function written([, file, from, to]: Mistake): string {
  return formsEdited(file, from, to.replace(/[«»]/gu, '')).texts.get(file) ?? ''
}

describe('the schemas of admin.yaml and _site.yaml', () => {
  const admin = compiled(adminSchema(namesOf(soundForms, 'permit')))
  const names = ADMINS.filter(
    ([, file, , , code]) =>
      file.endsWith('admin.yaml') && /^FP0(?:201|304|305|308|501|502)$/u.test(code),
  )
  it.each(names.map((mistake) => ({ what: mistake[0], mistake })))(
    'do not take $what',
    ({ mistake }) => expect(faultsIn(admin, written(mistake))).not.toEqual([]),
  )

  it('take the sites, and not a page or a journey that there is not', () => {
    for (const [files, pages] of [
      [shipped, ['accessibility', 'contact', 'cookies', 'help', 'privacy']],
      [soundForms, ['help']],
    ] as const) {
      const site = compiled(siteFileSchema(pages, journeysOf(files)))
      const text = files.texts.get('_site.yaml') ?? ''
      expect(faultsIn(site, text)).toEqual([])
      expect(faultsIn(site, text.replace(/^signIn: .*$/mu, 'signIn: nowhere'))).not.toEqual([])
      expect(faultsIn(site, text.replace('help', 'hlep'))).not.toEqual([])
    }
  })
})

describe('every key that the reader takes', () => {
  const sources = readdirSync('src/journey').map((name) =>
    readFileSync(`src/journey/${name}`, 'utf8'),
  )
  const shapes = sources.flatMap((text) =>
    [...text.matchAll(/^export const (\w+_SHAPE) = \{/gmu)].map(([, name]) => name ?? ''),
  )
  const editor = readdirSync('src/editor')
    .map((name) => readFileSync(`src/editor/${name}`, 'utf8'))
    .join('\n')

  it('has a place in a schema', () => {
    expect(shapes.length).toBeGreaterThan(15)
    // `shaped` asks the compiler for words for each key of a shape.
    const unused = shapes.filter((shape) => !new RegExp(`shaped\\(\\s*${shape},`, 'u').test(editor))
    expect(unused).toEqual([])
  })

  it('is told in words, wherever a map has keys', () => {
    const schemas = [flowSchema(NO_NAMES), adminSchema(NO_NAMES), siteFileSchema([], [])]
    const keys = schemas.flatMap(keysIn)
    expect(keys.length).toBeGreaterThan(120)
    expect(keys.filter(({ description }) => !/^\S.{3,}/u.test(description))).toEqual([])
  })
})

/** The keys of all maps that are told, anywhere in a schema. */
function keysIn(
  schema: unknown,
): readonly { readonly key: string; readonly description: string }[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties, description } = schema as { properties?: object; description?: string }
  const own = Object.entries(description !== undefined && properties ? properties : {})
  return [
    ...own.map(([key, one]) => ({ key, description: String(one.description ?? '') })),
    ...Object.values(schema).flatMap(keysIn),
  ]
}
