import type { Admin } from '../journey/journey.ts'
import type { StatusTag } from '../views/admin-list.ts'

/** A status in words; one that the definition does not have any more by its id. */
export function statusTitle({ statuses }: Pick<Admin, 'statuses'>, id: string): string {
  return (Object.hasOwn(statuses, id) ? statuses[id]?.title : undefined) ?? id
}

export function statusTag(admin: Pick<Admin, 'statuses'>, id: string): StatusTag {
  const ends = Object.hasOwn(admin.statuses, id) && admin.statuses[id]?.ends === true
  return { text: statusTitle(admin, id), ends }
}
