import { accountCollections } from './accounts/collections.ts'
import { actionCollections } from './actions/registry.ts'
import type { Services } from './actions/services.ts'
import type { Config } from './config.ts'
import { createFileShelf, type FileShelf } from './files/file-shelf.ts'
import { forgettingFiles } from './files/forget-unnamed.ts'
import { createClamdScan } from './files/scan-with-clamd.ts'
import { type Definitions, loadDefinitions } from './load-definitions.ts'
import { createPlivoCallSender } from './messages/call-with-plivo.ts'
import { calls } from './messages/calls.ts'
import { devMessages } from './messages/dev-messages.ts'
import type { Senders } from './messages/message.ts'
import { nonces } from './messages/nonces.ts'
import { createOutbox } from './messages/outbox.ts'
import { createDevSenders } from './messages/send-to-dev-messages.ts'
import { createPlivoTextSender } from './messages/send-with-plivo.ts'
import { createResendSender } from './messages/send-with-resend.ts'
import { accountFacts } from './store/account-facts.ts'
import { definitions } from './store/definitions.ts'
import { heldInputs } from './store/held-inputs.ts'
import { type LowdbStore, openLowdbStore } from './store/lowdb-store.ts'
import { drafts, submissions } from './store/records.ts'
import { findOrMakeSecretKey } from './store/secret-key.ts'
import type { AnyCollection, Store } from './store/store.ts'
import { urls } from './urls.ts'

/** What commands and the server alike work with: the store, what sends, and the definitions. No HTTP. */
export interface Workplace extends Definitions {
  readonly store: LowdbStore
  /** Where uploaded files lie. */
  readonly shelf: FileShelf
  readonly services: Services
  /** Finishes what is being sent and written, and gives up the data folder. */
  close(): Promise<void>
}

export interface WorkplaceOptions {
  readonly now?: () => number
  /** Names and counts only; never a person's data. */
  readonly warn?: (words: string, about?: object) => void
  /** Collections that only the caller knows. */
  readonly more?: readonly AnyCollection[]
  /** Those that the caller has read already. */
  readonly definitions?: Definitions
}

/** Whose records name files. */
export const fileCollections: readonly AnyCollection[] = [drafts, submissions, heldInputs]

/** Where a call's callbacks come to: made from the configured origin (R-HOOK-02), with the call's own token. */
export function voiceUrl(
  origin: string,
  token: string,
  about: 'answer' | 'step' | 'hang-up',
): string {
  return `${origin}${urls.hooks}/voice/${token}/${about}`
}

/** Opens everything. Throws, in words, when the data folder is held by another process or cannot be read. */
export async function openWorkplace(
  config: Config,
  options: WorkplaceOptions = {},
): Promise<Workplace> {
  const { now = Date.now, warn, more = [] } = options
  const sending: readonly AnyCollection[] = [
    submissions,
    calls,
    ...accountCollections,
    ...actionCollections,
  ]
  const own = [accountFacts, drafts, heldInputs, devMessages, definitions, nonces]
  const opened = await openLowdbStore({
    dir: config.dataDir,
    collections: [...new Set([...sending, ...own, ...more])],
    now,
    ignoreBroken: config.ignoreBroken,
    ...(warn && { log: (words: string) => warn(words) }),
  })
  const shelf = createFileShelf({
    dir: config.dataDir,
    ...(config.clamd && { scan: createClamdScan(config.clamd) }),
    ...(warn && { warn }),
  })
  const store = forgettingFiles(opened, fileCollections, shelf.remove)
  try {
    const secretKey = config.secretKey ?? (await findOrMakeSecretKey(config.dataDir))
    const outbox = createOutbox({
      store,
      collections: sending.filter((one) => 'unsent' in one.indexes),
      senders: sendersFor(config, store),
      now,
      ...(warn && { log: warn }),
    })
    const services: Services = {
      store,
      outbox,
      now,
      origin: config.origin,
      secretKey,
      development: !config.production,
      budgets: config.budgets,
      ...(warn && { alert: warn }),
    }
    const definitions = options.definitions ?? (await loadDefinitions(config.formsDir))
    const close = async () => {
      await outbox.idle()
      await store.close()
    }
    return { store, shelf, services, ...definitions, close }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Providers where the environment names them; else, in development, the messages page. */
function sendersFor({ resend, plivo, production, origin }: Config, store: Store): Senders {
  const dev = createDevSenders(store)
  const account = plivo && { ...plivo, production }
  const callbackUrl = (token: string, about: 'answer' | 'hang-up') => voiceUrl(origin, token, about)
  return {
    email: resend ? createResendSender(resend) : dev.email,
    sms: account ? createPlivoTextSender(account) : dev.sms,
    call: account ? createPlivoCallSender({ ...account, store, callbackUrl }) : dev.call,
  }
}
