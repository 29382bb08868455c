import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { readAccountValue } from './accounts/account.ts'
import { bindInvitation, readInvitation } from './accounts/invitations.ts'
import type { Services } from './actions/services.ts'
import type { Engine } from './engine/engine.ts'
import { placesIn } from './http/errors.ts'
import type { Definitions } from './load-definitions.ts'
import { urls } from './urls.ts'

/** The engine of an edition of the definitions, without what outlives it: its locks, and what went with `$return`. */
export function createEngine(
  { journeys, actionsOf }: Pick<Definitions, 'journeys' | 'actionsOf'>,
  services: Services,
  log: Pick<Logger, 'error'>,
): Omit<Engine, 'lock' | 'returned' | 'shelf'> {
  const { now, store } = services
  return {
    journeys,
    actionsOf,
    contractsOf: actionsOf,
    journeyGives: new Map([...journeys].map(([id, journey]) => [id, journey.gives])),
    store,
    services,
    now,
    newId: () => randomUUID().replaceAll('-', ''),
    invitations: {
      read: (id, account) => readInvitation(store, id, account, now()),
      bind: (id, account) => bindInvitation(store, id, account, now()),
    },
    accountValue: (account, key) => readAccountValue(store, account, key),
    formLink: (journey) => `${services.origin}${urls.accountForm(journey)}`,
    moreLink: (reference) => `${services.origin}${urls.accountMore(reference)}`,
    onFault: ({ journey, action, error }) =>
      log.error({ journey, action, ...placesIn(error) }, 'an action failed'),
  }
}
