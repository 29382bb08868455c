import type { Mistake } from './mistake.ts'

const THEME = '_themes/plain.yaml'
const HEADER = '  header: "#1d2f5f"\n'

export const THEMES: readonly Mistake[] = [
  ['a theme that there is not', '_site.yaml', 'theme: plain', 'theme: «plian»', 'FP0318'],
  ['a key that there is not', THEME, 'links:', '«lnks»:', 'FP0201'],
  ['a colour that there is not', THEME, 'link: "', '«lnik»: "', 'FP0201'],
  ['a colour without quotes', THEME, 'link: "#1d4f91"', '«link»: #1d4f91', 'FP0104'],
  ['a colour by its name', THEME, '"#1d4f91"', '«navy»', 'FP0204'],
  ['a colour that lets through', THEME, '"#1d4f91"', '«"#1d4f9180"»', 'FP0204'],
  ['a logo that is not there', THEME, 'plain.svg', '«other.svg»', 'FP0105'],
  ['a logo without a file', THEME, '{ file: plain.svg }', '{ alt: Us }', 'FP0203'],
  ['a link that acts', THEME, '"https://www.example.org/"', '«"javascript:alert(1)"»', 'FP0604'],
  ['a link without words', THEME, '{ label: Our website, ', '«{» ', 'FP0203'],
  ['words of the header', THEME, '"#ffffff"', '«"#66779a"»', 'FP1001'],
  [
    'the ground of the header, where only that is written',
    THEME,
    `${HEADER}  headerText: "#ffffff"`,
    '  header: «"#8a9bb8"»',
    'FP1001',
  ],
  ['links', THEME, '"#1d4f91"', '«"#7799cc"»', 'FP1001'],
  ['the words of a button', THEME, HEADER, `${HEADER}  buttonText: «"#66cc99"»\n`, 'FP1001'],
  [
    'a pale button',
    THEME,
    HEADER,
    `${HEADER}  buttonText: "#000000"\n  button: «"#aaddcc"»\n`,
    'FP1001',
  ],
  ['the words of the footer', THEME, HEADER, `${HEADER}  footer: «"#555555"»\n`, 'FP1001'],
  ['white words on a pale ground', THEME, HEADER, `${HEADER}  brand: «"#f2b632"»\n`, 'FP1001'],
  [
    'a focus that cannot be seen',
    THEME,
    `${HEADER}  headerText: "#ffffff"\n`,
    '  header: "#b1b1b1"\n  headerText: "#000000"\n  focus: «"#ffffff"»\n  focusText: "#767676"\n',
    'FP1001',
  ],
]
