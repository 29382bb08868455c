/** Characters that copying brings along and nobody sees: zero width, direction marks, soft hyphen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const DASHES = /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu

/** NFC, blanks at the ends gone, line ends as LF, control characters out. Smart quotes stay (R-AUTH-14, WCAG 3.3.1). */
export function tidyLines(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}

/** As `tidyLines`, and one line: line ends and tabs become a blank. */
export function tidyText(text: string): string {
  return tidyLines(text).replace(/[\n\t]+/gu, ' ')
}

/** Full-width digits and signs, as some keyboards write them, in ASCII (R-AUTH-09). */
export function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/gu, (wide) =>
    String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0),
  )
}

/** What is typed into a box for numbers or names of months: narrow, one line, no invisible characters. */
export function tidyShort(text: string): string {
  return tidyText(narrow(text).replace(INVISIBLE, ''))
}

/** As `tidyShort`, and blanks, hyphens and dashes dropped: codes, postcodes, numbers of documents (R-AUTH-09). */
export function tidyCode(text: string): string {
  return tidyShort(text).replace(/\s+/gu, '').replace(DASHES, '')
}
