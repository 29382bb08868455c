/** Inputs that several actions take: JSON Schema, as contracts hold it. */
export const INPUTS = {
  email: { type: 'string', format: 'email', maxLength: 254 },
  /** E.164 */
  phone: { type: 'string', format: 'phone', maxLength: 16 },
  /** Only `$account` or `$fact.<name>` (FORMAT.md): no answer can name an account. */
  account: { type: 'string', format: 'account', maxLength: 64 },
  message: { type: 'string', format: 'message' },
  code: { type: 'string', format: 'secret', maxLength: 20 },
  password: { type: 'string', format: 'secret', minLength: 1, maxLength: 1024 },
  newPassword: { type: 'string', format: 'secret', minLength: 8, maxLength: 1024 },
  name: { type: 'string', minLength: 1, maxLength: 100 },
} as const

const MINUTE = 60_000
/** How long what was proved holds, in milliseconds. */
export const LASTS = {
  emailVerified: 60 * MINUTE,
  phoneConfirmed: 30 * MINUTE,
  phoneChecked: 10 * MINUTE,
  passwordChecked: 15 * MINUTE,
} as const
