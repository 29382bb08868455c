import { createAddressKind } from './address.ts'
import { checkboxesKind } from './checkboxes.ts'
import { codeKind } from './code.ts'
import { dateKind } from './date.ts'
import { dateTimeKind } from './date-time.ts'
import { declarationKind } from './declaration.ts'
import { emailKind } from './email.ts'
import type { Kind, KindName } from './field.ts'
import { fileKind, filesKind } from './file.ts'
import { createGroupKind } from './group.ts'
import { monthYearKind } from './month-year.ts'
import { createNameKind } from './name.ts'
import { nationalInsuranceNumberKind } from './national-insurance-number.ts'
import { numberKind } from './number.ts'
import { passwordKind } from './password.ts'
import { phoneKind } from './phone.ts'
import { postcodeKind } from './postcode.ts'
import { radiosKind } from './radios.ts'
import { createRepeatKind } from './repeat.ts'
import { searchKind } from './search.ts'
import { selectKind } from './select.ts'
import { createSeveralKind } from './several.ts'
import { textKind } from './text.ts'
import { textareaKind } from './textarea.ts'
import { timeKind } from './time.ts'
import { urlKind } from './url.ts'
import { yesNoKind } from './yes-no.ts'

export { inferKind } from './infer-kind.ts'

const KINDS: Readonly<Record<KindName, Kind>> = Object.freeze({
  text: textKind,
  textarea: textareaKind,
  email: emailKind,
  phone: phoneKind,
  postcode: postcodeKind,
  url: urlKind,
  password: passwordKind,
  code: codeKind,
  'national-insurance-number': nationalInsuranceNumberKind,
  number: numberKind,
  date: dateKind,
  'month-year': monthYearKind,
  time: timeKind,
  'date-time': dateTimeKind,
  'yes-no': yesNoKind,
  declaration: declarationKind,
  radios: radiosKind,
  select: selectKind,
  search: searchKind,
  checkboxes: checkboxesKind,
  name: createNameKind(kindOf),
  address: createAddressKind(kindOf),
  group: createGroupKind(kindOf),
  several: createSeveralKind(kindOf),
  repeat: createRepeatKind(kindOf),
  file: fileKind,
  files: filesKind,
})

/** The kind of a name: how such a field is parsed, shown and put into words. */
export function kindOf(name: KindName): Kind {
  return KINDS[name]
}
