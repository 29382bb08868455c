import { Refusal } from '../http/refusal.ts'
import { sendPage } from '../http/respond.ts'
import type { Ctx } from '../http/session-cookie.ts'
import { urls } from '../urls.ts'
import { type ListRow, renderAdminList } from '../views/admin-list.ts'
import type { AdminDeps } from './admin-deps.ts'
import { recordAct } from './audit.ts'
import { cellOf, columnsOf, columnTitle } from './columns.ts'
import { requireDesk } from './find-case.ts'
import { findCases } from './find-cases.ts'
import { type ListQuery, readListQuery, writeListQuery } from './list-query.ts'
import { takeNotices } from './notices.ts'
import type { Staff } from './staff.ts'

/** The cases of a journey as a table: filtered by status, searched, 50 to a page, newest first. */
export async function showList(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  const desk = requireDesk(c, deps, staff)
  const { admin, id } = desk.journey
  const query = readListQuery(new URLSearchParams(c.req.query()), admin)
  if (!query) throw new Refusal(400, 'an unknown status or page')
  const hrefOf = (one: ListQuery) => `${urls.adminJourney(id)}${writeListQuery(one)}`
  const { cases, total, pages } = await findCases(deps, desk, query)
  if (query.page > pages) return c.redirect(hrefOf({ ...query, page: pages }), 303)
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
    ...(query.page > 1 && { newer: hrefOf({ ...query, page: query.page - 1 }) }),
    ...(query.page < pages && { older: hrefOf({ ...query, page: query.page + 1 }) }),
  }
  return sendPage(c, deps, renderAdminList(view))
}
