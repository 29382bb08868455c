import type { Admin } from '../journey/journey.ts'
import { openText, type Seal, sealText } from '../store/sealed.ts'

/** Which cases of a journey are wanted. */
export interface ListQuery {
  readonly status?: string
  /** What is looked for, trimmed; empty: everything. */
  readonly q: string
  /** From 1. */
  readonly page: number
}

const LONGEST_SEARCH = 200

/**
 * Reads an address's query; undefined where it names a status that there is not, or no page (R-ACL-03: strictly). What is
 * looked for is sealed in it: a name has no business in the logs of a proxy, or in what a browser remembers.
 */
export function readListQuery(
  params: URLSearchParams,
  admin: Pick<Admin, 'statuses'>,
  seal: Seal,
): ListQuery | undefined {
  const status = params.get('status') ?? ''
  const page = params.get('page') ?? '1'
  const sealed = params.get('find')
  const q = sealed === null ? '' : openText(sealed, seal)
  if (!isStatus(status, admin) || !/^[1-9]\d{0,5}$/u.test(page) || q === undefined) return undefined
  return { ...(status !== '' && { status }), q, page: Number(page) }
}

/** Reads the posted form of the list; undefined: there is no such status, or nobody searches for that much. */
export function readListForm(
  form: URLSearchParams,
  admin: Pick<Admin, 'statuses'>,
): ListQuery | undefined {
  const status = form.get('status') ?? ''
  const q = (form.get('q') ?? '').trim()
  if (!isStatus(status, admin) || q.length > LONGEST_SEARCH) return undefined
  return { ...(status !== '' && { status }), q, page: 1 }
}

function isStatus(status: string, { statuses }: Pick<Admin, 'statuses'>): boolean {
  return status === '' || Object.hasOwn(statuses, status)
}

/** The query as an address has it, with its `?`; empty: the first page of everything. */
export function writeListQuery({ status, q, page }: ListQuery, seal: Seal): string {
  const params = new URLSearchParams({
    ...(status !== undefined && { status }),
    ...(q !== '' && { find: sealText(q, seal) }),
    ...(page > 1 && { page: String(page) }),
  })
  return params.size > 0 ? `?${params}` : ''
}
