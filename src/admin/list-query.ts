import type { Admin } from '../journey/journey.ts'

/** Which cases of a journey are wanted. */
export interface ListQuery {
  readonly status?: string
  /** What is looked for, trimmed; empty: everything. */
  readonly q: string
  /** From 1. */
  readonly page: number
}

const LONGEST_SEARCH = 200

/** Reads an address's query; undefined where it names a status that there is not, or no page (R-ACL-03: strictly). */
export function readListQuery(
  params: URLSearchParams,
  admin: Pick<Admin, 'statuses'>,
): ListQuery | undefined {
  const status = params.get('status') ?? ''
  const page = params.get('page') ?? '1'
  const q = (params.get('q') ?? '').trim()
  if (status !== '' && !Object.hasOwn(admin.statuses, status)) return undefined
  if (!/^[1-9]\d{0,5}$/u.test(page) || q.length > LONGEST_SEARCH) return undefined
  return { ...(status !== '' && { status }), q, page: Number(page) }
}

/** The query as an address has it, with its `?`; empty: the first page of everything. */
export function writeListQuery({ status, q, page }: ListQuery): string {
  const params = new URLSearchParams({
    ...(status !== undefined && { status }),
    ...(q !== '' && { q }),
    ...(page > 1 && { page: String(page) }),
  })
  return params.size > 0 ? `?${params}` : ''
}
