import { startTestService, type TestService } from '../client/service.ts'
import { type Forms, writeForms } from './write-forms.ts'

export { ENDING, type Forms, schemaOf, type Written, writeForms } from './write-forms.ts'

/** A service with these forms. Throws where one of them is refused: what stands here is right by FORMAT.md. */
export async function serveForms(
  forms: Forms,
  env: Readonly<Record<string, string>> = {},
): Promise<TestService> {
  const { dir, remove } = writeForms(forms)
  const service = await startTestService({ formsDir: dir, env })
  const errors = service.running.problems.filter((problem) => problem.severity === 'error')
  const close = async () => {
    await service.close()
    remove()
  }
  if (errors.length === 0) return Object.create(service, { close: { value: close } })
  await close()
  throw new Error(
    errors.map((one) => `${one.file}:${one.line} ${one.message} ${one.help}`).join('\n'),
  )
}
