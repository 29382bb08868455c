import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The files of a journey, as an author would write them: flow.yaml as text, the properties of schema.json as an object. */
export interface Written {
  readonly fields?: Readonly<Record<string, object>>
  readonly required?: readonly string[]
  /** Other keys of schema.json: `$defs`. */
  readonly schema?: object
  readonly flow: string
  /** Other files of the journey's folder, by path. */
  readonly more?: Readonly<Record<string, string>>
}

/** Journeys by id; keys that end in a file's name are files beside the journeys: `_site.yaml`. */
export type Forms = Readonly<Record<string, Written | string>>

/** Writes a forms folder; gives its path and what removes it. */
export function writeForms(forms: Forms): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'footpath-forms-'))
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  for (const [name, written] of Object.entries(forms)) {
    if (typeof written === 'string') {
      put(name, written)
      continue
    }
    put(`${name}/flow.yaml`, written.flow)
    put(`${name}/schema.json`, JSON.stringify(schemaOf(written), null, 2))
    for (const [path, text] of Object.entries(written.more ?? {})) put(`${name}/${path}`, text)
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

/** schema.json as it is written. */
export function schemaOf({ fields = {}, required, schema }: Written): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: fields,
    ...(required && { required }),
    ...schema,
  }
}

/** The last steps of most journeys here: check, send, done. */
export const ENDING = `
  check:
    kind: check-answers
    title: Check
    buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: Not now } }, next: done }]
  done: { kind: confirmation, title: Done, content: "Reference {reference}" }
`
