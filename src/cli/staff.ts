import { readConfig } from '../config.ts'
import type { StaffAdded } from './add-staff.ts'
import type { Out } from './out.ts'
import { takeCommand } from './take-command.ts'

export const STAFF_HELP = `npx footpath staff add <email> [--role <role>]

Adds a member of staff and prints a link, which works once and for 24 hours: they set a password and a phone with it.
Without --role they may do everything. It works while the server runs, and when it does not.
`

/** `staff add <email>`: answers the exit status. */
export async function runStaff(args: readonly string[], out: Out): Promise<number> {
  const [verb, email, ...rest] = args
  const role = rest[0] === '--role' ? rest[1] : undefined
  if (verb === '--help' || args.length === 0) return out.say(STAFF_HELP, verb === '--help' ? 0 : 2)
  if (verb !== 'add' || !email || (rest.length > 0 && role === undefined))
    return out.fail(STAFF_HELP)
  const config = readConfig(process.env)
  if ('missing' in config) return out.fail(`It needs: ${config.missing.join('; ')}\n`)
  const given = { email, ...(role !== undefined && { role }) }
  const added = await takeCommand(config, 'staff add', given)
  return told(added, email, out)
}

function told(added: StaffAdded, email: string, out: Out): number {
  if (added.status === 'refused') return out.fail(`${added.words}\n`)
  if (added.status === 'has-login')
    return out.say(`${email} has a login already, which may now do this. No link is needed.\n`)
  return out.say(
    `Give this link to ${email}. It works once, for ${added.hours} hours:\n${added.link}\n`,
  )
}
