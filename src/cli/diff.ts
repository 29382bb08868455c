import { contractsOf } from '../actions/registry.ts'
import { type Config, readConfig } from '../config.ts'
import { wordsOfJourney } from '../journey/words-of-journey.ts'
import { drafts } from '../store/records.ts'
import { openWorkplace } from '../workplace.ts'
import { type Change, changesBetween } from './diff/changes.ts'
import { fateOf } from './diff/drafts.ts'
import { type Loaded, loadVersion, soundIn } from './diff/versions.ts'
import { wordsChanges } from './diff/words.ts'
import type { Out } from './out.ts'
import { readOptions } from './read-options.ts'

export const DIFF_HELP = `npx footpath diff <old> <new> [--drafts] [--json]

Says what has changed in meaning between two forms folders, journey by journey, which changes break drafts, and which words
were changed while their translation was not. Instead of
a folder the hash of a definition may be named that was kept when it was served (DATA_DIR/journeys).
--drafts: how many of the drafts in DATA_DIR are untouched, will be asked again (and what), or cannot go on. The server
must be stopped for that and for hashes, or DATA_DIR name a copy.
Exit status: 0 nothing breaks a draft, 1 something may, 2 it could not run.
`

/** What has become of the drafts of a journey. */
export interface Fates {
  readonly untouched: number
  readonly cannotGoOn: number
  /** Page → how many are asked it again. */
  readonly askedAgain: Readonly<Record<string, number>>
  readonly drafts: number
}

interface Compared {
  readonly journey: string
  readonly changes: readonly Change[]
  readonly fates?: Fates
}

/** `diff <old> <new>`: answers the exit status. */
export async function runDiff(args: readonly string[], out: Out): Promise<number> {
  const read = readOptions(args, { drafts: false, json: false })
  if (typeof read === 'string') return out.fail(`${read}\n\n${DIFF_HELP}`)
  const [old, now, ...more] = read.names
  if (old === undefined || now === undefined || more.length > 0) return out.fail(DIFF_HELP)
  const config = readConfig(process.env)
  if ('missing' in config) return out.fail(`It needs: ${config.missing.join('; ')}\n`)
  try {
    const versions = { old: await loadVersion(old, config), now: await loadVersion(now, config) }
    const compared = await compare(versions, config, read.given.has('drafts'))
    const text = read.given.has('json')
      ? `${JSON.stringify({ journeys: compared }, null, 2)}\n`
      : compared.map(inWords).join('\n') || 'Nothing has changed.\n'
    const breaks = compared.some(({ changes }) => changes.some((change) => change.breaks))
    return out.say(text, breaks ? 1 : 0)
  } catch (error) {
    return out.fail(`It could not run: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

interface Pair {
  readonly old: Loaded
  readonly now: Loaded
}

async function compare(
  pair: Pair,
  config: Config,
  withDrafts: boolean,
): Promise<readonly Compared[]> {
  const before = soundIn(pair.old)
  const after = soundIn(pair.now)
  const fates = withDrafts ? await fatesOf(pair, config) : new Map<string, Fates>()
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((journey): Compared[] => {
    const [was, is] = [before.get(journey), after.get(journey)]
    const found = fates.get(journey)
    const changes =
      was?.journey && is?.journey
        ? [
            ...changesBetween(
              { journey: was.journey, marks: was.marks },
              { journey: is.journey, marks: is.marks },
            ),
            ...wordsChanges(
              wordsOfJourney(pair.old.files, was.journey, pair.old.forms),
              wordsOfJourney(pair.now.files, is.journey, pair.now.forms),
            ),
          ]
        : [goneOrNew(journey, is !== undefined, pair)]
    if (changes.length === 0 && !found) return []
    return [{ journey, changes, ...(found && { fates: found }) }]
  })
}

function goneOrNew(id: string, isNew: boolean, { old, now }: Pair): Change {
  const isIn = ({ forms }: Loaded) => forms.journeys.some((one) => one.id === id)
  const change = (words: string, breaks: boolean): Change => ({ of: 'journey', words, breaks })
  if (isNew && isIn(old))
    return change(`The journey "${id}" had errors before, and has none now.`, false)
  if (isNew) return change(`The journey "${id}" is new.`, false)
  return isIn(now)
    ? change(
        `The journey "${id}" has errors now, and is not served: see "npx footpath check".`,
        true,
      )
    : change(`The journey "${id}" is gone.`, true)
}

/** Reads all drafts, and computes where their owners are and would be. */
async function fatesOf(pair: Pair, config: Config): Promise<Map<string, Fates>> {
  const before = soundIn(pair.old)
  const after = soundIn(pair.now)
  const fates = new Map<string, Fates>()
  const gives = new Map([...after].map(([id, one]) => [id, one.journey?.gives ?? []]))
  const { store, close } = await openWorkplace(config)
  try {
    for (const id of await store.ids(drafts)) {
      const draft = (await store.read(drafts, id))?.value
      const old = draft && before.get(draft.journey)?.journey
      const now = draft && after.get(draft.journey)?.journey
      if (!draft || !old || !now) continue
      const contracts = contractsOf(pair.now.contracts(now.id))
      const fate = fateOf(draft, { old, now, contracts, journeyGives: gives, at: Date.now() })
      fates.set(now.id, counted(fates.get(now.id), fate))
    }
    return fates
  } finally {
    await close()
  }
}

const NONE: Fates = { untouched: 0, cannotGoOn: 0, askedAgain: {}, drafts: 0 }

function counted(fates: Fates = NONE, fate: ReturnType<typeof fateOf>): Fates {
  const all = { ...fates, drafts: fates.drafts + 1 }
  if (fate.is === 'untouched') return { ...all, untouched: all.untouched + 1 }
  if (fate.is === 'cannot-go-on') return { ...all, cannotGoOn: all.cannotGoOn + 1 }
  const asked = fate.places.map((place) => [place, (all.askedAgain[place] ?? 0) + 1] as const)
  return { ...all, askedAgain: { ...all.askedAgain, ...Object.fromEntries(asked) } }
}

function inWords({ journey, changes, fates }: Compared): string {
  const part = (title: string, breaks: boolean) => {
    const mine = changes.filter(
      ({ of, ...change }) => of !== 'translation' && change.breaks === breaks,
    )
    return mine.length === 0 ? [] : [`  ${title}`, ...mine.map((change) => `    ${change.words}`)]
  }
  const stale = changes.filter(({ of }) => of === 'translation')
  return [
    `${journey}:`,
    ...part('breaks drafts, or may:', true),
    ...part('breaks none:', false),
    ...(stale.length === 0
      ? []
      : ['  may be translated otherwise now:', ...stale.map(({ words }) => `    ${words}`)]),
    ...(fates ? fatesInWords(fates) : []),
    '',
  ].join('\n')
}

function fatesInWords({
  drafts: all,
  untouched,
  cannotGoOn,
  askedAgain,
}: Fates): readonly string[] {
  const again = all - untouched - cannotGoOn
  return [
    `  of ${all} drafts ${untouched} are untouched, ${again} will be asked again, ${cannotGoOn} cannot go on`,
    ...Object.entries(askedAgain).map(([place, count]) => `    ${place}: asked again of ${count}`),
  ]
}
