import type { Ctx } from '../http/context.ts'
import { sendPage } from '../http/respond.ts'
import type { Journey } from '../journey/journey.ts'
import { submissions } from '../store/records.ts'
import { urls } from '../urls.ts'
import { renderAdminHome } from '../views/admin-home.ts'
import type { AdminDeps } from './admin-deps.ts'
import { recordAct } from './audit.ts'
import { countOpen } from './find-cases.ts'
import { takeNotices } from './notices.ts'
import { rightsOf } from './permissions.ts'
import type { Staff } from './staff.ts'

/** The journeys whose cases somebody may see, and how many of those are open. */
export async function showHome(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  const { store } = deps.services
  const journeys: { title: string; href: string; open: number }[] = []
  for (const journey of deps.engine.journeys.values()) {
    const rights = rightsOf(staff.roles, journey.admin)
    if (!rights || !(await hasCases(deps, journey))) continue
    const open = await countOpen(store, { journey, rights })
    journeys.push({ title: journey.admin.title, href: urls.adminJourney(journey.id), open })
  }
  await recordAct(c, deps.services, staff, { act: 'home', cases: [], fields: [] })
  return sendPage(c, deps, renderAdminHome({ journeys, notices: await takeNotices(c, deps) }))
}

/** A journey that never sends anything is no matter for staff. */
async function hasCases({ engine, services }: AdminDeps, { id, steps }: Journey): Promise<boolean> {
  const actions = engine.contractsOf(id)
  const buttons = steps.flatMap((step) => step.buttons)
  const submits = buttons.some(({ run }) =>
    run.some((call) => actions.get(call.action)?.submits === true),
  )
  return submits || (await services.store.find(submissions, 'journey', id)).length > 0
}
