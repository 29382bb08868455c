import { watch } from 'chokidar'

/** How long nothing more must be saved before the definitions are read: milliseconds. Editors save in several steps. */
const QUIET = 80

/** Watches a forms folder: `onChange` is called after each save, new file, other name or deletion, once things are quiet. */
export async function watchForms(
  dir: string,
  onChange: () => void,
  onFault: (error: unknown) => void,
): Promise<{ close(): Promise<void> }> {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(dir, { ignoreInitial: true, ignored: isHidden(dir) })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, QUIET)
  })
  watcher.on('error', onFault)
  await new Promise<void>((ready) => watcher.once('ready', ready))
  return {
    close: () => {
      clearTimeout(timer)
      return watcher.close()
    },
  }
}

/** Folders and files that begin with a dot are no definitions: what editors keep there changes all the time. */
function isHidden(dir: string): (path: string) => boolean {
  return (path) => /(?:^|[/\\])\./u.test(path.slice(dir.length))
}
