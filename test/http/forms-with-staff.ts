import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { startTestService, type TestService, type TestServiceOptions } from '../client/service.ts'
import { type Forms, writeForms } from '../format/forms-of.ts'

const OURS = ['login', 'reset-password', '_shared', '_locales', '_themes', '_site.yaml', '_pages']

/** Writes these forms, and our login beside them. */
export function writeFormsWithLogin(forms: Forms): ReturnType<typeof writeForms> {
  const written = writeForms(forms)
  for (const part of OURS) cpSync(join('forms', part), join(written.dir, part), { recursive: true })
  return written
}

/** A service with these forms, the login of ours, and so an admin that staff can sign in to. */
export async function serveWithLogin(
  forms: Forms,
  options: Omit<TestServiceOptions, 'formsDir'> = {},
): Promise<TestService> {
  const { dir, remove } = writeFormsWithLogin(forms)
  const service = await startTestService({ ...options, formsDir: dir })
  const errors = service.running.problems.filter((problem) => problem.severity === 'error')
  const close = async () => {
    await service.close()
    remove()
  }
  if (errors.length === 0) return Object.create(service, { close: { value: close } })
  await close()
  throw new Error(errors.map((one) => `${one.file}:${one.line} ${one.message}`).join('\n'))
}
