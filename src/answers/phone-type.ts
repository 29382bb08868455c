/** For actions, which may not import kinds of fields: what can reach a number, and where it is. */
export { phoneCountryOf, phoneTypeOf } from '../fields/phone.ts'
