/** An address as identity: no blanks around it, NFC, lower case. Letters that only look alike stay apart (R-AUTH-14). */
export function emailKeyOf(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}
