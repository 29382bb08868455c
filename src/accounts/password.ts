import { Buffer } from 'node:buffer'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { createHashQueue } from './hash-queue.ts'

/** Argon2id as R-AUTH-22 has it: 19 MiB, two passes, one lane. */
export const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Of a password that nobody knows: an unknown address costs as much time as a known one (R-AUTH-13). */
const DUMMY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$9IVmhVd1PI+cYIrvCg6q2Q$2MTvxIGZrSkzf0AHfsnPRhXQBkaElnjGbQ+z3c3w5gg'

const MIN_LENGTH = 8
const MAX_BYTES = 1024

// One for the process: it is the machine's memory that is protected (R-AUTH-23).
const queue = createHashQueue({ atOnce: 2, waiting: 20 })

/** True when no more passwords can be hashed or checked just now: the next one will be told `busy`. */
export function isHashingBusy(): boolean {
  return queue.isFull()
}

/** The password as it is hashed: NFC, whole (R-AUTH-20). */
function bytesOf(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'))
}

/** At least 8 code points and at most 1,024 bytes after NFC; nothing is cut (R-AUTH-20). */
export function checkLength(password: string): 'ok' | 'too-short' | 'too-long' {
  if ([...password.normalize('NFC')].length < MIN_LENGTH) return 'too-short'
  return bytesOf(password).length > MAX_BYTES ? 'too-long' : 'ok'
}

/** The PHC string that is stored. `busy`: not now, too many at once (R-AUTH-23). */
export async function hashPassword(
  password: string,
): Promise<{ readonly status: 'hashed'; readonly hash: string } | { readonly status: 'busy' }> {
  const made = await queue.run(() => hash(bytesOf(password), PARAMETERS))
  return made === undefined ? { status: 'busy' } : { status: 'hashed', hash: made }
}

export type PasswordCheck =
  /** `isOld`: hashed at a lower cost than today's; hash it again (R-AUTH-22). */
  | { readonly status: 'right'; readonly isOld: boolean }
  | { readonly status: 'wrong' }
  | { readonly status: 'busy' }

/** Compares a password with a stored hash. Without a hash it takes the same time and is never right (R-AUTH-12, R-AUTH-13). */
export async function checkPassword(
  stored: string | undefined,
  password: string,
): Promise<PasswordCheck> {
  const bytes = bytesOf(password)
  const judged = stored !== undefined && bytes.length <= MAX_BYTES
  const against = judged ? stored : DUMMY_HASH
  const isRight = await queue.run(() =>
    verify(against, judged ? bytes : bytes.subarray(0, MAX_BYTES)),
  )
  if (isRight === undefined) return { status: 'busy' }
  return isRight && judged ? { status: 'right', isOld: isOldHash(stored) } : { status: 'wrong' }
}

function isOldHash(stored: string): boolean {
  const { memoryCost, timeCost } = parseOptions(stored)
  return memoryCost < PARAMETERS.memoryCost || timeCost < PARAMETERS.timeCost
}
