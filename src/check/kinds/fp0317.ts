import type { Kind } from './kind.ts'

export const fp0317: Kind = {
  code: 'FP0317',
  title: 'A field that no step asks for',
  why: 'Its answer is never given, so that whatever reads it finds nothing.',
}
