import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'
import { caretsOf, excerptOf } from '../check/excerpt.ts'
import type { App, Ctx } from '../http/context.ts'
import { Refusal } from '../http/refusal.ts'
import { sendHtml } from '../http/respond.ts'
import type { LoadedJourney } from '../journey/load-journeys.ts'
import type { Problem } from '../journey/problem.ts'
import type { FormsFiles } from '../journey/source.ts'
import { safePath, urls } from '../urls.ts'
import { type ProblemView, renderProblems } from '../views/render-problems.ts'
import type { DevDeps } from './dev-deps.ts'
import { devFrame } from './dev-frame.ts'
import { isThisMachine, peerOf } from './this-machine.ts'

const COOKIE = 'last-sound'
/** Lines of the file above and below the one that is wrong. */
const AROUND = 2

/**
 * What is wrong with a definition, in the words of `check`: at an address of its own, and at every address of a journey
 * that has errors. Whoever follows the link to the last sound version sees that, until the definition is saved again.
 */
export function problemRoutes(deps: DevDeps): App {
  const app: App = new Hono()
  const { forms, lastSound } = deps

  app.get(urls.devAllProblems, (c) => {
    const problems = deps.problems.map((problem) => problemView(problem, deps.files))
    const view = { title: 'the definitions', problems, isBroken: false }
    return sendHtml(c, renderProblems(devFrame(deps), view), 200)
  })
  app.get('/dev/:journey/problems', (c) => {
    const loaded = loadedOf(c.req.param('journey'))
    if (!loaded) throw new Refusal(404, 'no such journey')
    return show(c, loaded, 200)
  })
  app.get('/dev/:journey/last-sound', (c) => {
    const loaded = loadedOf(c.req.param('journey'))
    if (!loaded || !lastSound.has(loaded.id)) throw new Refusal(404, 'no sound version')
    const value = `${loaded.id}.${editionOf(loaded)}`
    c.header(
      'Set-Cookie',
      generateCookie(COOKIE, value, { path: '/', httpOnly: true, sameSite: 'Lax' }),
    )
    const to = safePath(c.req.query('to') ?? urls.journey(loaded.id))
    return c.redirect(isWithin(to, loaded.id) ? to : urls.journey(loaded.id), 303)
  })
  if (!deps.forAuthors) return app

  for (const pattern of ['/:journey', '/:journey/*'])
    app.use(pattern, async (c, next) => {
      const loaded = loadedOf(c.req.param('journey'))
      if (loaded?.status !== 'broken' || !isThisMachine(peerOf(c)) || isChosen(c, loaded))
        return next()
      return show(c, loaded, 503)
    })

  function loadedOf(id: string | undefined): LoadedJourney | undefined {
    return forms.journeys.find((one) => one.id === id)
  }

  function isChosen(c: Ctx, loaded: LoadedJourney): boolean {
    return lastSound.has(loaded.id) && getCookie(c, COOKIE) === `${loaded.id}.${editionOf(loaded)}`
  }

  function show(c: Ctx, loaded: LoadedJourney, status: 200 | 503): Response {
    const { id, compiled } = loaded
    const at = isWithin(c.req.path, id) ? c.req.path : urls.journey(id)
    const lastHref = `${urls.devLastSound(id)}?to=${encodeURIComponent(at)}`
    const html = renderProblems(devFrame(deps), {
      title: lastSound.get(id)?.title ?? compiled?.title ?? id,
      problems: problemsOf(loaded).map((problem) => problemView(problem, deps.files)),
      isBroken: loaded.status === 'broken',
      ...(lastSound.has(id) && { lastHref }),
    })
    return sendHtml(c, html, status)
  }

  /** Those of the author's tests too, which keep no journey from being served. */
  function problemsOf({ id, problems }: LoadedJourney): readonly Problem[] {
    const known = new Set(problems.map((one) => JSON.stringify(one)))
    const own = `${deps.files.shown}${id}/`
    return deps.problems.filter((one) => known.has(JSON.stringify(one)) || one.file.startsWith(own))
  }

  return app
}

function isWithin(path: string, id: string): boolean {
  return path === urls.journey(id) || path.startsWith(`${urls.journey(id)}/`)
}

/** Another one after each save that changes what is wrong. */
function editionOf({ problems, files }: LoadedJourney): string {
  const said = JSON.stringify([problems, files])
  return createHash('sha256').update(said).digest('hex').slice(0, 12)
}

function problemView(problem: Problem, files: FormsFiles): ProblemView {
  const { code, severity, file, line, column, message, help, witness } = problem
  const excerpt = excerptOf(problem, files, AROUND)
  return {
    code,
    severity,
    message,
    at: `${file}:${line}:${column}`,
    sourceHref: urls.devSource(folderOf(file, files), file, line),
    above: excerpt.above.map((text, index) => ({
      number: line - excerpt.above.length + index,
      text,
    })),
    line: { number: line, start: excerpt.start, token: excerpt.token, end: excerpt.end },
    carets: caretsOf(excerpt),
    below: excerpt.below.map((text, index) => ({ number: line + 1 + index, text })),
    ...(help && { help }),
    ...(witness && { when: witness.words }),
  }
}

/** The journey that a file belongs to; of a file for all, the folder or file itself. */
function folderOf(file: string, { shown }: FormsFiles): string {
  return (file.startsWith(shown) ? file.slice(shown.length) : file).split('/')[0] ?? ''
}
