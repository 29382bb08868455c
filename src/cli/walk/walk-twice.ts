import { readConfig } from '../../config.ts'
import type { Journey } from '../../journey/journey.ts'
import type { Plan } from '../../scenarios/plan.ts'
import { drafts, submissions } from '../../store/records.ts'
import { openWorkplace } from '../../workplace.ts'
import { createBrowser, type Manner, type Reply } from './browser.ts'
import { createPhone } from './phone.ts'
import { type Player, playPlan, type Walked } from './play-plan.ts'
import { startApp } from './start-app.ts'
import type { Ways } from './ways.ts'

/** What one round of all walks came to. */
export interface Round {
  readonly walked: readonly Walked[]
  /** How the logins were made that walks needed. */
  readonly logins: readonly Walked[]
  /** What is stored at the end, oldest first: answers, and how each step was left. */
  readonly stored: readonly string[]
}

/** What looks at the pages of a round, while the application still runs. */
export interface Looker {
  look(reply: Reply): Promise<void>
  finish(origin: string): Promise<void>
}

/** Makes all walks in one manner, on an application of its own, and reads what it has stored. */
export async function walkRound(
  journey: Journey,
  plans: readonly Plan[],
  ways: Ways,
  formsDir: string,
  manner: Manner,
  looker?: Looker,
): Promise<Round> {
  const app = await startApp(formsDir)
  try {
    const phone = createPhone(app.origin)
    const walked: Walked[] = []
    const logins: Walked[] = []
    for (const plan of plans) {
      const player = (own: Journey): Player => {
        const browser = createBrowser(app.origin, manner)
        return { journey: own, browser, phone, through: (id) => ways.through.get(id) }
      }
      const login = ways.loginFor(plan)
      const made =
        login && (await playPlan(player(login.journey), { ...login.plan, number: plan.number }))
      if (made) logins.push(made)
      const look = looker && ((reply: Reply) => looker.look(reply))
      walked.push(await playPlan({ ...player(journey), ...(look && { look }) }, plan))
    }
    await looker?.finish(app.origin)
    await app.stop()
    return { walked, logins, stored: await readStored(app.dataDir, formsDir) }
  } finally {
    await app.remove()
  }
}

async function readStored(dataDir: string, formsDir: string): Promise<readonly string[]> {
  const config = readConfig({ DATA_DIR: dataDir, FORMS_DIR: formsDir, LOG_LEVEL: 'error' })
  if ('missing' in config) throw new Error(config.missing.join('; '))
  const { store, close } = await openWorkplace(config)
  try {
    const stored: string[] = []
    for (const id of await store.ids(drafts)) {
      const draft = (await store.read(drafts, id))?.value
      if (!draft) continue
      const exits = Object.entries(draft.exits).map(([at, one]) => [at, one.button, one.outcome])
      stored.push(JSON.stringify({ journey: draft.journey, answers: draft.answers, exits }))
    }
    for (const id of await store.ids(submissions)) {
      const sent = (await store.read(submissions, id))?.value
      if (sent)
        stored.push(JSON.stringify({ sent: sent.journey, answers: sent.answers, path: sent.path }))
    }
    // Where a file lies is chance; what it is stays.
    return stored.map((one) => one.replace(/"file:[\w-]+\//gu, '"file:')).sort()
  } finally {
    await close()
  }
}
