/** For actions, which may not import kinds of fields: what can reach a number. */
export { phoneTypeOf } from '../fields/phone.ts'
