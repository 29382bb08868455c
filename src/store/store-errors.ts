/** Another process holds the folder. The text says which one. */
export class StoreLocked extends Error {
  override readonly name = 'StoreLocked'
}

/** Records that cannot be read. The text names the files and the remedy. */
export class StoreBroken extends Error {
  override readonly name = 'StoreBroken'
}

/** The disk refused a write and its undoing: what it holds is not known, so nothing more is written (R-REL-04). */
export class StoreUncertain extends Error {
  override readonly name = 'StoreUncertain'
}
