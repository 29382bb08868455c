import type { AccountWords } from './account-words.ts'

const plural = new Intl.PluralRules('cy')

/** "1 diwrnod", "2 ddiwrnod", "7 diwrnod": after two the word softens. */
function daysIn(days: number): string {
  return `${days} ${plural.select(days) === 'two' ? 'ddiwrnod' : 'diwrnod'}`
}

/** The pages of a person's own account in plain Welsh. */
export const WELSH_ACCOUNT_WORDS: AccountWords = {
  title: 'Eich cyfrif',
  signedInAs: 'Rydych wedi mewngofnodi fel',
  requests: 'Yr hyn rydych wedi’i anfon',
  noRequests: 'Nid ydych wedi anfon dim eto.',
  sentOn: (reference, date) => `Cyfeirnod ${reference}, anfonwyd ar ${date}`,
  forms: 'Eich ffurflenni',
  keptUntil: (date, days) =>
    `Heb ei anfon eto. Rydym yn cadw eich atebion tan ${date} (${daysIn(days)} ar ôl)`,
  unavailable:
    'Nid yw ffurflen rydych wedi’i dechrau ar gael ar hyn o bryd. Rydym wedi cadw eich atebion. Rhowch gynnig arall arni yn nes ymlaen.',
  savedTitle: 'Mae eich atebion wedi’u cadw',
  savedForm: (form, date, days) =>
    `Rydym wedi cadw’r atebion a roesoch i “${form}”. Rydym yn eu cadw tan ${date} (${daysIn(days)}). Pan fyddwch yn newid rhywbeth, bydd y cyfnod o ${daysIn(days)} yn dechrau eto.`,
  savedReturn: [
    'I ddod yn ôl, dilynwch y ddolen yn yr e-bost a anfonwn atoch pan fyddwch yn cadw, neu mewngofnodwch yma ac ewch i “Eich cyfrif”. Gallwch ddefnyddio unrhyw ddyfais.',
    'Os nad eich dyfais chi yw hon, allgofnodwch nawr: dewiswch eich enw ar frig y dudalen.',
  ],
  goOn: 'Mynd ymlaen gyda’r ffurflen',
  noDraft: (form, days) =>
    `Nid oes atebion i “${form}” wedi’u cadw yn eich cyfrif. Rydym yn dileu atebion ${daysIn(days)} ar ôl i chi eu newid neu eu cadw ddiwethaf. Gallwch ddechrau eto yma.`,
  deleteThis: 'Dileu hwn',
  deleted: (form) => `Rydym wedi dileu eich atebion i “${form}”.`,
  deleteTitle: (form) => `Ydych chi’n siŵr eich bod eisiau dileu “${form}”?`,
  deleteLines: [
    'Mae hyn yn dileu’r atebion rydych wedi’u rhoi hyd yn hyn. Ni allwch eu cael yn ôl.',
    'Nid oes dim o’r hyn rydych wedi’i anfon yn barod yn cael ei ddileu.',
  ],
  deleteButton: 'Dileu fy atebion',
  keep: 'Na, eu cadw',
  others: 'Dechrau ffurflen',
  details: 'Eich manylion mewngofnodi',
  name: 'Enw',
  email: 'Cyfeiriad e-bost',
  phone: 'Ffôn',
  phoneEnds: (digits) => `Y rhif sy’n gorffen gyda ${digits}`,
  noPhone: 'Nid oes ffôn ar eich cyfrif',
  phoneNote: (contact) =>
    `Mae angen y ffôn hwn arnoch bob tro y byddwch yn mewngofnodi. I’w newid, cysylltwch â ni: ${contact}`,
  none: 'Nid oes ffurflenni eraill i’w llenwi yma ar hyn o bryd.',
  back: 'Yn ôl i’ch cyfrif',
  reference: 'Cyfeirnod',
  state: 'Y sefyllfa',
  sent: 'Anfonwyd',
  print: 'Dyma gopi o’r hyn a anfonoch. I’w gadw, argraffwch y dudalen hon neu cadwch hi fel PDF.',
  pdf: 'Lawrlwytho copi (PDF)',
  download: 'Lawrlwytho',
  pdfPage: (page, pages) => `Tudalen ${page} o ${pages}`,
  pdfLacking:
    'Ni ellir dangos rhai llythrennau ar y papur hwn: mae \uFFFD yn eu lle. Mae’r dudalen yn eich cyfrif yn eu dangos.',
  changed: 'Newidiwyd',
  moreTitle: 'Mae angen mwy gennych arnom',
  moreLink: 'Atebwch ein cwestiynau',
  moreAbout: (form, reference) => `${form}, cyfeirnod ${reference}`,
  moreWhy: 'Ni allwn fynd ymlaen gyda’ch cais eto. Dyma beth mae angen i ni ei wybod:',
  moreHow:
    'Mae’r atebion a roesoch o’r blaen wedi’u llenwi. Newidiwch yr hyn nad yw’n gywir, yna anfonwch nhw.',
  moreSend: 'Anfon',
  moreSentTitle: 'Mae eich atebion gennym',
  moreSentLines: [
    'Byddwn yn edrych ar eich cais eto. Nid oes angen i chi wneud dim nawr.',
    'Mae’r hyn a anfonoch o’r blaen yn cael ei gadw wrth ochr eich atebion newydd.',
  ],
  moreSeeRequest: 'Gweld eich cais',
  moreClosedTitle: 'Nid oes angen mwy gennych arnom nawr',
  moreClosedLines: [
    'Gofynnwyd i chi am fwy am y cais hwn, ond nid oes ei angen arnom mwyach. Nid oes dim o’r hyn a anfonoch wedi’i golli.',
    'Gallwch weld sefyllfa eich cais.',
  ],
  moreAlready:
    'Rydych wedi anfon eich atebion yn barod. Ni dderbyniwyd yr hyn a anfonoch nawr. Os nad yw rhywbeth yn gywir, cysylltwch â ni.',
  looks: 'Pwy sydd wedi edrych ar eich cais',
  looksIntro:
    'Dyma pryd yr agorodd staff eich cais yn y 90 diwrnod diwethaf, y diweddaraf yn gyntaf. Mae staff hefyd yn gweld rhai o’ch atebion yn eu rhestr o geisiadau, cyn iddynt agor un.',
  noLooks: 'Nid yw staff wedi agor eich cais yn y 90 diwrnod diwethaf.',
  looked: (day, times, last, people) => {
    const when = times === 1 ? `unwaith, am ${last}` : `${times} o weithiau, y tro olaf am ${last}`
    return `${day}: ${when}, gan ${people === 1 ? 'aelod o staff' : `${people} aelod o staff`}`
  },
  changedOn: (when, before) => `Ar ${when}. Cyn hynny: ${before || 'heb ei roi'}`,
}
