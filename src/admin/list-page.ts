import type { Ctx } from '../http/context.ts'
import { requireToken } from '../http/journey-routes.ts'
import { Refusal } from '../http/refusal.ts'
import { sendPage, sessionToken } from '../http/respond.ts'
import type { Seal } from '../store/sealed.ts'
import { urls } from '../urls.ts'
import { type ListRow, renderAdminList } from '../views/admin-list.ts'
import type { AdminDeps } from './admin-deps.ts'
import { recordAct } from './audit.ts'
import { cellOf, columnsOf, columnTitle } from './columns.ts'
import { requireDesk } from './find-case.ts'
import { findCases } from './find-cases.ts'
import { type ListQuery, readListForm, readListQuery, writeListQuery } from './list-query.ts'
import { takeNotices } from './notices.ts'
import type { Staff } from './staff.ts'

/** Takes what the list is to be narrowed to, and leads to the page that shows it. */
export async function takeSearch(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  requireToken(c, deps)
  const { journey } = requireDesk(c, deps, staff)
  const query = readListForm(c.get('body'), journey.admin)
  if (!query) throw new Refusal(400, 'an unknown status, or too much to look for')
  return c.redirect(hrefOf(query, journey.id, deps), 303)
}

function sealOf(journey: string, { services }: AdminDeps): Seal {
  return { secretKey: services.secretKey, purpose: 'search of the admin', about: journey }
}

function hrefOf(query: ListQuery, journey: string, deps: AdminDeps): string {
  return `${urls.adminJourney(journey)}${writeListQuery(query, sealOf(journey, deps))}`
}

/** The cases of a journey as a table: filtered by status, searched, 50 to a page, newest first. */
export async function showList(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  const desk = requireDesk(c, deps, staff)
  const { admin, id } = desk.journey
  const query = readListQuery(new URLSearchParams(c.req.query()), admin, sealOf(id, deps))
  if (!query) throw new Refusal(400, 'an unknown status or page')
  const pageAt = (page: number) => hrefOf({ ...query, page }, id, deps)
  const { cases, total, pages } = await findCases(deps, desk, query)
  if (query.page > pages) return c.redirect(pageAt(pages), 303)
  const columns = columnsOf(desk)
  const searches = admin.search.filter((name) => desk.rights.maySee(name))
  const rows: ListRow[] = []
  for (const one of cases) {
    const cells = columns.map((name) => cellOf(deps.services.store, name, one, desk))
    rows.push({
      href: urls.adminCase(id, one.submission.id),
      cells: await Promise.all(cells),
    })
  }
  await recordAct(c, deps.services, staff, {
    act: 'list',
    journey: id,
    cases: cases.map(({ submission }) => submission.id),
    fields: columns,
    searched: query.q !== '',
  })
  const view = {
    title: admin.title,
    back: urls.admin,
    url: urls.adminJourney(id),
    token: sessionToken(deps, c.get('session').id),
    ...(admin.invite &&
      desk.rights.mayMove('invite') && { invitations: urls.adminInvitations(id) }),
    notices: await takeNotices(c, deps),
    statuses: Object.entries(admin.statuses).map(([value, { title }]) => ({ value, text: title })),
    status: query.status ?? '',
    q: query.q,
    searches: searches.map((name) => columnTitle(name, desk)),
    columns: columns.map((name) => columnTitle(name, desk)),
    rows,
    total,
    page: query.page,
    pages,
    ...(query.page > 1 && { newer: pageAt(query.page - 1) }),
    ...(query.page < pages && { older: pageAt(query.page + 1) }),
  }
  return sendPage(c, deps, renderAdminList(view))
}
