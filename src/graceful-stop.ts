/** How long requests under way may take once nothing new is accepted: milliseconds (R-REL-13). */
const LONGEST_STOP = 10_000

/** What stops: Node's server, as far as it is needed. */
export interface Stoppable {
  close(done: () => void): unknown
  closeAllConnections?(): void
}

/** The service behind it. */
export interface Leaving {
  stopBeingReady(): void
  close(): Promise<void>
}

export interface GracefulStop {
  /** Nothing new is accepted any more: each answer is the last one of its connection. */
  isClosing(): boolean
  /** Begins to stop; asked again, it waits no longer for those who watch `/readyz`. */
  stop(): void
}

/**
 * The order of a stop (R-REL-13): `/readyz` says no, while for `grace` milliseconds all is served as before, so that a
 * proxy that watches it sends nothing new; then no connection is accepted, requests under way get their answers, what was
 * written is on disk, and the data folder is given up. Then `done` is called.
 */
export function createGracefulStop(
  server: Stoppable,
  service: Leaving,
  { grace, done }: { readonly grace: number; readonly done: () => void },
): GracefulStop {
  let isStopping = false
  let isClosing = false

  function close(): void {
    if (isClosing) return
    isClosing = true
    server.close(() => void service.close().then(done))
    setTimeout(() => server.closeAllConnections?.(), LONGEST_STOP).unref()
  }

  return {
    isClosing: () => isClosing,
    stop: () => {
      if (isStopping || grace === 0) close()
      else setTimeout(close, grace)
      isStopping = true
      service.stopBeingReady()
    },
  }
}
