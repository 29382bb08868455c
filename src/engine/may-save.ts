import type { Loaded } from './load-draft.ts'

/** Whether a page offers to save: the journey has a message for it, and the answers are an account's and not sent yet. */
export function maySave({ journey, draft }: Pick<Loaded, 'journey' | 'draft'>): boolean {
  return (
    journey.draft.saved !== undefined &&
    draft.owner.is === 'account' &&
    draft.submission === undefined
  )
}
