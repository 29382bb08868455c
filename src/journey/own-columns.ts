/** Columns of the admin that are no fields. */
export const OWN_COLUMNS = ['reference', 'submittedAt', 'status', 'account'] as const
