import type { Admin } from '../journey/journey.ts'

/** What a member of staff may do with the cases of one journey. */
export interface Rights {
  /** Every answer, and what staff have written. */
  readonly seesAll: boolean
  /** Of a field's name, or of a column: `reference`, `submittedAt`, `status`, `account`. */
  maySee(name: string): boolean
  /** Only the ends of it are shown. */
  isMasked(name: string): boolean
  /** What is masked may be shown whole, to whoever says why. */
  readonly mayReveal: boolean
  mayMove(move: string): boolean
}

/** What a case is called and how it stands says nothing of the person: whoever sees the list sees these. */
const ALWAYS_SEEN = new Set(['reference', 'submittedAt', 'status'])

const EVERYTHING: Rights = {
  seesAll: true,
  maySee: () => true,
  isMasked: () => false,
  mayReveal: false,
  mayMove: () => true,
}

/**
 * What these roles allow in a journey, all together; undefined: nothing at all. What no role grants is denied
 * (R-ACL-01). `*` may do everything; any other role may do what the journey's `admin.yaml` says of it.
 */
export function rightsOf(
  roles: readonly string[],
  admin: Pick<Admin, 'roles'>,
): Rights | undefined {
  if (roles.includes('*')) return EVERYTHING
  const granted = roles.flatMap((name) => {
    const role = Object.hasOwn(admin.roles, name) ? admin.roles[name] : undefined
    return role ? [role] : []
  })
  if (granted.length === 0) return undefined
  const seesAll = granted.some(({ see }) => see === 'all')
  return {
    seesAll,
    maySee: (name) =>
      seesAll || ALWAYS_SEEN.has(name) || granted.some(({ see }) => see.includes(name)),
    // What one role shows whole, another does not hide.
    isMasked: (name) =>
      granted.every(
        ({ see, mask }) => mask.includes(name) || !(see === 'all' || see.includes(name)),
      ) && granted.some(({ mask }) => mask.includes(name)),
    mayReveal: granted.some(({ reveal }) => reveal),
    mayMove: (id) => granted.some(({ move }) => move === 'all' || move.includes(id)),
  }
}
