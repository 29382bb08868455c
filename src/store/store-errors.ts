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

/** The disk refused a write, which changed nothing: it may work again in a while. The text names the disk's code, no path. */
export class StoreUnwritable extends Error {
  override readonly name = 'StoreUnwritable'
}

/** Whether nothing can be written just now, whatever was asked (R-REL-04). */
export function isStoreFault(error: unknown): error is Error {
  return (
    error instanceof StoreUnwritable ||
    error instanceof StoreUncertain ||
    error instanceof StoreLocked
  )
}
