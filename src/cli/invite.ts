import { readConfig } from '../config.ts'
import type { Out } from './out.ts'
import { takeCommand } from './take-command.ts'

export const INVITE_HELP = `npx footpath invite <email> [--journey <id>]

Sends a person an email with the link of a form. An earlier link to the same address ends. Without --journey it is the
only form whose admin.yaml has "invite". It works while the server runs, and when it does not.
`

/** `invite <email>`: answers the exit status. */
export async function runInvite(args: readonly string[], out: Out): Promise<number> {
  const [email, option, journey, ...rest] = args
  const isRight = option === undefined || (option === '--journey' && journey !== undefined)
  if (!email || email.startsWith('-') || !isRight || rest.length > 0) return out.fail(INVITE_HELP)
  const config = readConfig(process.env)
  if ('missing' in config) return out.fail(`It needs: ${config.missing.join('; ')}\n`)
  const given = { email, ...(journey !== undefined && { journey }) }
  const invited = await takeCommand(config, 'invite', given)
  return invited.status === 'refused'
    ? out.fail(`${invited.words}\n`)
    : out.say(
        `We are sending ${email} the link of "${invited.journey}". It works for ${invited.days} days.\n`,
      )
}
