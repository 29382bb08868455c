import { CHECK_HELP, runCheck } from './check.ts'
import { INVITE_HELP, runInvite } from './invite.ts'
import { type Out, processOut } from './out.ts'
import { runStaff, STAFF_HELP } from './staff.ts'

const HELP = `npx footpath <command>

  check [journey...]     finds what is wrong with the definitions in forms/
  staff add <email>      adds a member of staff
  invite <email>         sends a person the link of a form

Each has --help. FORMS_DIR and DATA_DIR name other folders.
`

/** One command, one file. Answers the exit status. */
export async function main(args: readonly string[], out: Out = processOut): Promise<number> {
  const [command, ...rest] = args
  const wantsHelp = rest.includes('--help')
  if (command === 'check') return wantsHelp ? out.say(CHECK_HELP) : runCheck(rest, out)
  if (command === 'staff') return wantsHelp ? out.say(STAFF_HELP) : runStaff(rest, out)
  if (command === 'invite') return wantsHelp ? out.say(INVITE_HELP) : runInvite(rest, out)
  return command === undefined || command === '--help' || command === 'help'
    ? out.say(HELP)
    : out.fail(HELP)
}
