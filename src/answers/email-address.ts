/** For actions, which may not import kinds of fields: true of one address, and of nothing that holds more (R-AUTH-15). */
export { isEmail } from '../fields/email.ts'
