import type { Resident } from './resident.ts'
import type { TestService } from './service.ts'

/** A resident whose service is stopped and started before each thing that they ask of it. */
export function restless(resident: Resident, service: Pick<TestService, 'restart'>): Resident {
  const after =
    <Args extends readonly unknown[], Result>(ask: (...args: Args) => Promise<Result>) =>
    async (...args: Args) => {
      await service.restart()
      return ask(...args)
    }
  const asks = {
    visit: after(resident.visit),
    press: after(resident.press),
    follow: after(resident.follow),
    post: after(resident.post),
  }
  return Object.assign(Object.create(resident) as Resident, asks)
}
