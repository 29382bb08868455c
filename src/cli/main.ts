import { CHECK_HELP, runCheck } from './check.ts'
import { DEV_HELP, runDev } from './dev.ts'
import { DIFF_HELP, runDiff } from './diff.ts'
import { EXPLAIN_HELP, runExplain } from './explain.ts'
import { INVITE_HELP, runInvite } from './invite.ts'
import { MAP_HELP, runMap } from './map.ts'
import { NEW_HELP, runNew } from './new.ts'
import { type Out, processOut } from './out.ts'
import { runStaff, STAFF_HELP } from './staff.ts'
import { runTest, TEST_HELP } from './test.ts'
import { runTypes, TYPES_HELP } from './types.ts'
import { runWalk, WALK_HELP } from './walk.ts'

const HELP = `npx footpath <command>

  dev                    serves the journeys, and reads them again at every save
  check [journey...]     finds what is wrong with the definitions in forms/
  explain [code]         says why a problem matters, with an example
  test [journey...]      plays the scenarios of the journeys
  map <journey>          draws the flow of a journey, as SVG or as an outline
  walk <journey>         walks a journey in every way, without JavaScript and as htmx does
  diff <old> <new>       what has changed in meaning, and what it does to drafts
  new <journey>          writes a small journey that works
  types <journey>        prints TypeScript types of a journey's answers
  staff add <email>      adds a member of staff
  invite <email>         sends a person the link of a form

Each has --help. FORMS_DIR and DATA_DIR name other folders.
`

interface Command {
  readonly help: string
  readonly run: (args: readonly string[], out: Out) => number | Promise<number>
}

/** One command, one file. */
const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['dev', { help: DEV_HELP, run: runDev }],
  ['check', { help: CHECK_HELP, run: runCheck }],
  ['explain', { help: EXPLAIN_HELP, run: runExplain }],
  ['test', { help: TEST_HELP, run: runTest }],
  ['map', { help: MAP_HELP, run: runMap }],
  ['walk', { help: WALK_HELP, run: runWalk }],
  ['diff', { help: DIFF_HELP, run: runDiff }],
  ['new', { help: NEW_HELP, run: runNew }],
  ['types', { help: TYPES_HELP, run: runTypes }],
  ['staff', { help: STAFF_HELP, run: runStaff }],
  ['invite', { help: INVITE_HELP, run: runInvite }],
])

/** Runs a command. Answers the exit status. */
export async function main(args: readonly string[], out: Out = processOut): Promise<number> {
  const [name, ...rest] = args
  const command = COMMANDS.get(name ?? '')
  if (command) return rest.includes('--help') ? out.say(command.help) : command.run(rest, out)
  return name === undefined || name === '--help' || name === 'help' ? out.say(HELP) : out.fail(HELP)
}
