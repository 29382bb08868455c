import { WELSH_ACCOUNT_WORDS } from './account-words-cy.ts'
import type { EngineWords } from './words.ts'

const TO_START = 'Ewch i’r dudalen gychwyn'

/** The engine's own words in plain Welsh (Cymraeg Clir). */
export const WELSH: EngineWords = {
  skipLink: 'Neidio i’r prif gynnwys',
  back: 'Yn ôl',
  logOut: 'allgofnodi',
  staffPages: 'Tudalennau staff',
  change: 'Newid',
  remove: 'Dileu',
  notProvided: 'Heb ei roi',
  otherAnswers: 'Atebion eraill',
  shutAnswers: 'Atebion nad ydynt yn cyfrif mwyach',
  errorSummaryTitle: 'Mae problem',
  errorPrefix: 'Gwall',
  notice: 'Pwysig',
  warning: 'Rhybudd',
  at: 'am',
  yes: 'Oes',
  no: 'Nac oes',
  startAgain: 'Dechrau eto',
  saveForLater: 'Cadw a dod yn ôl yn nes ymlaen',
  endTitle: 'Byddwn yn eich allgofnodi ymhen 2 funud',
  endLine:
    'Nid ydych wedi gwneud dim yma ers tro. Rydym yn eich allgofnodi i gadw eich gwybodaeth yn ddiogel.',
  endFinalLine:
    'Rydych wedi bod wedi mewngofnodi ers amser hir. Ewch ymlaen nawr, neu mewngofnodwch eto yn nes ymlaen: bydd yr hyn a deipioch ar y dudalen hon yn cael ei gadw pan fyddwch yn pwyso ei botwm.',
  stay: 'Aros wedi mewngofnodi',
  endSeen: 'Cau’r neges hon',
  yourReference: 'Eich cyfeirnod',
  footerLinks: 'Dolenni cymorth',
  phases: { alpha: 'Alffa', beta: 'Beta' },
  aboutService: 'Ynghylch y gwasanaeth hwn',
  phaseText: 'Mae hwn yn wasanaeth newydd.',
  phaseFeedback: 'Dywedwch wrthym beth yw eich barn am y gwasanaeth hwn',
  opensInNewTab: 'yn agor mewn tab newydd',
  requestDown:
    'Nid oeddem yn gallu cyrraedd y gwasanaeth. Gwiriwch eich bod wedi’ch cysylltu â’r rhyngrwyd a rhowch gynnig arall arni. Mae’r hyn a deipioch yn dal ar y dudalen hon.',
  requestBroken:
    'Mae problem gyda’r gwasanaeth. Arhoswch funud a rhowch gynnig arall arni. Mae’r hyn a deipioch yn dal ar y dudalen hon.',
  requestSlow: 'Mae hyn yn cymryd mwy o amser nag arfer. Cadwch y dudalen hon ar agor.',
  showPassword: 'Dangos',
  hidePassword: 'Cuddio',
  showPasswordLabel: 'Dangos y cyfrinair',
  hidePasswordLabel: 'Cuddio’r cyfrinair',
  passwordShown: 'Mae modd gweld eich cyfrinair',
  passwordHidden: 'Mae eich cyfrinair wedi’i guddio',
  problemReference: 'Os byddwch yn cysylltu â ni am hyn, rhowch y cyfeirnod hwn i ni:',
  contact: 'Os oes angen help arnoch:',
  completed: 'Wedi’i gwblhau',
  inProgress: 'Ar y gweill',
  notStarted: 'Heb ddechrau',
  cannotStart: 'Ni ellir dechrau eto',
  tasksDone: (done, all) => `Rydych wedi cwblhau ${done} o ${all} adran.`,
  home: {
    none: 'Nid oes ffurflenni i’w llenwi yma ar hyn o bryd.',
    signIn: 'Mewngofnodwch i’ch cyfrif',
    signInFor:
      'i weld yr hyn rydych wedi’i anfon, neu i fynd ymlaen gyda ffurflen rydych wedi’i dechrau.',
  },
  choice: {
    title: 'Rydych wedi cadw atebion yn barod',
    before: (form) =>
      `Gwnaethoch ddechrau “${form}” o’r blaen a chafodd eich atebion eu cadw. Rydych hefyd wedi rhoi atebion nawr, cyn i chi fewngofnodi.`,
    which: 'Gyda pha rai ydych chi eisiau mynd ymlaen? Bydd y lleill yn cael eu dileu.',
    saved: 'Mynd ymlaen gyda’r atebion a gadwyd',
    fresh: 'Defnyddio’r atebion a roddais nawr',
  },
  account: WELSH_ACCOUNT_WORDS,
  errors: {
    400: {
      title: 'Nid oeddem yn gallu darllen yr hyn a anfonwyd',
      lines: [
        'Roedd rhan o’r hyn a anfonodd eich porwr ar goll neu ddim yn y ffurf yr ydym yn ei disgwyl. Ni newidiwyd dim.',
        'Ewch yn ôl, gwiriwch yr hyn a roesoch a rhowch gynnig arall arni.',
      ],
      wayOn: TO_START,
    },
    403: {
      title: 'Nid oeddem yn gallu gwirio bod hyn wedi dod gennych chi',
      lines: [
        'Gall hyn ddigwydd pan fydd tudalen wedi bod ar agor am amser hir, neu pan fyddwch wedi allgofnodi mewn tab arall. Ni newidiwyd dim.',
        'Agorwch y ffurflen eto i barhau o’r lle’r oeddech.',
      ],
      wayOn: TO_START,
    },
    404: {
      title: 'Heb ddod o hyd i’r dudalen',
      lines: [
        'Os gwnaethoch deipio’r cyfeiriad gwe, gwiriwch ei fod yn gywir.',
        'Os gwnaethoch ludo’r cyfeiriad gwe, gwiriwch eich bod wedi copïo’r cyfeiriad cyfan.',
      ],
      wayOn: TO_START,
    },
    405: {
      title: 'Ni ellir defnyddio’r dudalen hon fel hynny',
      lines: ['Ni newidiwyd dim.', 'Agorwch y ffurflen eto i barhau o’r lle’r oeddech.'],
      wayOn: TO_START,
    },
    409: {
      title: 'Cafodd hyn ei newid yn rhywle arall',
      lines: [
        'Efallai fod y ffurflen hon ar agor gennych mewn dau dab neu ar ddwy ddyfais. Mae’r hyn a gadwoch yno wedi’i gadw.',
        'Agorwch y ffurflen eto i weld eich atebion diweddaraf.',
      ],
      wayOn: TO_START,
    },
    413: {
      title: 'Roedd hynny’n ormod i’w anfon ar unwaith',
      lines: [
        'Roedd yr hyn a anfonoch yn fwy nag y gallwn ei dderbyn. Ni newidiwyd dim.',
        'Ewch yn ôl, gwnewch eich atebion yn fyrrach a rhowch gynnig arall arni.',
      ],
      wayOn: TO_START,
    },
    415: {
      title: 'Nid oeddem yn gallu darllen yr hyn a anfonwyd',
      lines: [
        'Ni chafodd ei anfon mewn ffordd y gall y gwasanaeth hwn ei darllen. Ni newidiwyd dim.',
        'Agorwch y ffurflen eto i barhau o’r lle’r oeddech.',
      ],
      wayOn: TO_START,
    },
    421: {
      title: 'Nid hwn yw cyfeiriad y gwasanaeth hwn',
      lines: ['Gwiriwch y cyfeiriad gwe, neu dilynwch y ddolen a gawsoch eto.'],
      wayOn: TO_START,
    },
    422: {
      title: 'Mae problem gyda’r hyn a anfonwyd',
      lines: [
        'Nid oeddem yn gallu ei dderbyn fel yr oedd. Ni newidiwyd dim.',
        'Ewch yn ôl, gwiriwch yr hyn a roesoch a rhowch gynnig arall arni.',
      ],
      wayOn: TO_START,
    },
    429: {
      title: 'Bu gormod o gynigion',
      lines: [
        'I gadw cyfrifon yn ddiogel rydym yn cyfyngu ar ba mor aml y gellir gwneud hyn.',
        'Arhoswch ychydig funudau, yna rhowch gynnig arall arni.',
      ],
      wayOn: TO_START,
    },
    500: {
      title: 'Mae problem gyda’r gwasanaeth',
      lines: [
        'Nid eich bai chi yw hyn. Mae’r atebion yr oeddech wedi’u cadw yn ddiogel.',
        'Arhoswch funud, yna rhowch gynnig arall arni.',
      ],
      wayOn: TO_START,
    },
    503: {
      title: 'Nid yw’r gwasanaeth ar gael ar hyn o bryd',
      lines: [
        'Mae’r atebion yr oeddech wedi’u cadw yn ddiogel.',
        'Byddwch yn gallu ei ddefnyddio yn nes ymlaen.',
      ],
      wayOn: TO_START,
    },
  },
}
