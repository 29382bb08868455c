/**
 * Resolves when all that came in this turn of the process has been worked on: the same promise for everybody who asks
 * within the turn. Answers that wait for it are written one right after the other. Each write may wake up who reads it,
 * the proxy before us, and that costs more than a page does; who is awake already reads the others too.
 */
export function createTurnEnd(): () => Promise<void> {
  let end: Promise<void> | undefined
  return () => {
    end ??= new Promise((resolve) =>
      setImmediate(() => {
        end = undefined
        resolve()
      }),
    )
    return end
  }
}
