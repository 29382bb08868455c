import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { resolve } from 'node:path'

export interface Config {
  readonly production: boolean
  /** Residents' pages show authors why they are as they are, and what is wrong with a definition: development, but in tests. */
  readonly forAuthors: boolean
  /** Definitions are read again at each save. */
  readonly watch: boolean
  readonly port: number
  readonly host: string
  /** Scheme, host and port, no slash at the end: what every absolute link is made of. */
  readonly origin: string
  readonly dataDir: string
  readonly formsDir: string
  /** 32 bytes; undefined in development: made once and kept in the data folder. */
  readonly secretKey: Buffer | undefined
  readonly resend:
    | { readonly key: string; readonly baseUrl?: string; readonly from: string }
    | undefined
  readonly plivo:
    | {
        readonly id: string
        readonly token: string
        readonly from: string
        readonly baseUrl?: string
      }
    | undefined
  /** The virus scanner that uploaded files go through; undefined: there is none. */
  readonly clamd:
    | { readonly host: string; readonly port: number }
    | { readonly path: string }
    | undefined
  readonly trustedProxies: readonly string[]
  readonly logLevel: string
  /** How long all is served as before once `/readyz` says no: milliseconds (R-REL-13). */
  readonly stopGrace: number
  /** How many texts and calls the whole service may send (R-TEL-03). */
  readonly budgets: {
    readonly sms: { readonly perHour: number; readonly perDay: number }
    readonly call: { readonly perHour: number; readonly perDay: number }
    readonly perCountry: number
  }
  /** Go on although a record could not be read: it is set aside all the same. */
  readonly ignoreBroken: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** Environment → frozen config, or the list of all that is missing or wrong, in words. Reads nothing else. */
export function readConfig(env: Environment): Config | { readonly missing: readonly string[] } {
  const missing: string[] = []
  const production = env['NODE_ENV'] === 'production'
  const port = Number(env['PORT'] ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    missing.push(`PORT must be a port number, and is "${env['PORT']}"`)
  const origin = readOrigin(env, port, production, missing)
  const secretKey = readSecretKey(env, production, missing)
  const resend = readResend(env, production, missing)
  const plivo = readPlivo(env, production, missing)
  const clamd = readClamd(env, missing)
  const trustedProxies = readProxies(env, missing)
  const logLevel = readLogLevel(env, missing)
  const budgets = readBudgets(env, missing)
  const stopGrace = readStopGrace(env, production, missing)
  if (env['DATABASE_URL'])
    missing.push(
      'DATABASE_URL to be left out: PostgreSQL is not supported yet, records are kept in DATA_DIR',
    )
  if (missing.length > 0) return { missing }
  return Object.freeze({
    production,
    ...readAuthoring(env, production),
    port,
    host: env['HOST'] ?? (production ? '0.0.0.0' : 'localhost'),
    origin,
    dataDir: resolve(env['DATA_DIR'] ?? './data'),
    formsDir: resolve(env['FORMS_DIR'] ?? './forms'),
    secretKey,
    resend,
    plivo,
    clamd,
    trustedProxies,
    logLevel,
    stopGrace,
    budgets,
    ignoreBroken: env['IGNORE_BROKEN_RECORDS'] === 'yes',
  })
}

/** None of it in production, whatever is asked for. */
function readAuthoring(
  env: Environment,
  production: boolean,
): Pick<Config, 'forAuthors' | 'watch'> {
  const isTest = env['NODE_ENV'] === 'test'
  return {
    forAuthors: !production && (env['FOR_AUTHORS'] ?? (isTest ? 'no' : 'yes')) === 'yes',
    watch: !production && env['WATCH_FORMS'] === 'yes',
  }
}

function readOrigin(
  env: Environment,
  port: number,
  production: boolean,
  missing: string[],
): string {
  const text = env['PUBLIC_ORIGIN']
  if (!text) {
    if (production)
      missing.push(
        'PUBLIC_ORIGIN, the address that residents use, like https://forms.example.gov.uk',
      )
    return `http://localhost:${port}`
  }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || url.origin !== text.replace(/\/$/u, '') || !/^https?:$/u.test(url.protocol))
    missing.push(
      `PUBLIC_ORIGIN must be scheme and host, like https://forms.example.gov.uk, and is "${text}"`,
    )
  else if (production && url.protocol !== 'https:' && !isLoopback(url.hostname))
    missing.push(
      'PUBLIC_ORIGIN must begin with https:// in production: cookies and passwords travel over it',
    )
  return url?.origin ?? ''
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]'
}

function readSecretKey(
  env: Environment,
  production: boolean,
  missing: string[],
): Buffer | undefined {
  const text = env['SECRET_KEY']
  const example = () => randomBytes(32).toString('base64url')
  if (!text) {
    if (production)
      missing.push(`SECRET_KEY, 32 random bytes in base64url, for example ${example()}`)
    return undefined
  }
  const key = Buffer.from(text, 'base64url')
  if (key.length < 32 || new Set(key).size < 12)
    missing.push(`SECRET_KEY must be 32 random bytes in base64url, for example ${example()}`)
  return key
}

/** `host:port`, or the path of a socket: where clamd listens (R-WEB-23). */
function readClamd(env: Environment, missing: string[]): Config['clamd'] {
  const text = env['CLAMD']
  if (!text) return undefined
  if (/^\/[^\0]+$/u.test(text)) return { path: text }
  const match = /^(\[[0-9a-f:]+\]|[^:/\s]+):(\d{1,5})$/iu.exec(text)
  const port = Number(match?.[2])
  if (match && port > 0 && port < 65_536)
    return { host: (match[1] ?? '').replace(/^\[|\]$/gu, ''), port }
  missing.push(
    `CLAMD must say where clamd listens, like 127.0.0.1:3310 or /run/clamav/clamd.ctl, and is "${text}"`,
  )
  return undefined
}

/** Addresses and networks, with commas or blanks between them (R-AUTH-25). */
function readProxies(env: Environment, missing: string[]): readonly string[] {
  const proxies = (env['TRUSTED_PROXIES'] ?? '').split(/[\s,]+/u).filter(Boolean)
  const wrong = proxies.filter((proxy) => !isNetwork(proxy))
  if (wrong.length > 0)
    missing.push(
      `TRUSTED_PROXIES must be addresses or networks, like 10.0.0.1 or 10.0.0.0/24, and holds "${wrong.join('", "')}"`,
    )
  return proxies
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  const isWhole = bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= most)
  return isIP(address) !== 0 && isWhole && rest.length === 0
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

function readLogLevel(env: Environment, missing: string[]): string {
  const level = env['LOG_LEVEL'] ?? 'info'
  if (!LOG_LEVELS.includes(level))
    missing.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, and is "${level}"`)
  return level
}

/** Seconds, for a proxy that asks `/readyz` every second or so; in development nobody asks. */
function readStopGrace(env: Environment, production: boolean, missing: string[]): number {
  const text = env['STOP_GRACE'] ?? (production ? '3' : '0')
  const seconds = Number(text)
  if (!/^\d+(\.\d+)?$/u.test(text) || seconds > 60)
    missing.push(`STOP_GRACE must be a number of seconds from 0 to 60, and is "${text}"`)
  return seconds * 1000
}

function readBudgets(env: Environment, missing: string[]): Config['budgets'] {
  const read = (name: string, usual: number): number => {
    const text = env[name] ?? String(usual)
    if (!/^\d{1,7}$/u.test(text))
      missing.push(`${name} must be a whole number of texts or calls, and is "${text}"`)
    return Number(text)
  }
  return {
    sms: { perHour: read('TEXTS_PER_HOUR', 200), perDay: read('TEXTS_PER_DAY', 1000) },
    call: { perHour: read('CALLS_PER_HOUR', 60), perDay: read('CALLS_PER_DAY', 300) },
    perCountry: read('SENDS_PER_COUNTRY', 50),
  }
}

function readResend(env: Environment, production: boolean, missing: string[]): Config['resend'] {
  const key = env['RESEND_API_KEY']
  const from = env['RESEND_FROM']
  if (!key && !production) return undefined
  if (!key) missing.push('RESEND_API_KEY, to send emails')
  if (!from) missing.push('RESEND_FROM, the address that emails come from')
  const baseUrl = env['RESEND_BASE_URL']
  return { key: key ?? '', from: from ?? '', ...(baseUrl && { baseUrl }) }
}

function readPlivo(env: Environment, production: boolean, missing: string[]): Config['plivo'] {
  const names = ['PLIVO_AUTH_ID', 'PLIVO_AUTH_TOKEN', 'PLIVO_FROM'] as const
  const absent = names.filter((name) => !env[name])
  if (absent.length === names.length && !production) return undefined
  for (const name of absent) missing.push(`${name}, to send texts and call phones`)
  const baseUrl = env['PLIVO_BASE_URL']
  const [id = '', token = '', from = ''] = names.map((name) => env[name] ?? '')
  return { id, token, from, ...(baseUrl && { baseUrl }) }
}
