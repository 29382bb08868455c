import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { readPageToken } from '../engine/page-token.ts'
import type { Uploads } from '../engine/take-files.ts'
import { type Received, refused } from '../files/file-shelf.ts'
import type { Ctx, HttpDeps } from './context.ts'
import { Refusal } from './refusal.ts'
import type { UploadQuota } from './upload-quota.ts'
import type { UploadRules } from './upload-rules.ts'

/** A form in parts, once it has been read. */
export interface ReadUpload {
  readonly body: URLSearchParams
  readonly uploads: Uploads
  /** To be called when the request is over: what no answer names by then is deleted. */
  forget(): Promise<void>
}

/** R-WEB-12 */
const MOST_TEXT = 64 * 1024
const MOST_FIELDS = 400
const MOST_FILES = 100
/** A line that says nothing for so long is dead: milliseconds (R-WEB-16). */
const LONGEST_SILENCE = 60_000

const TOO_LARGE = {
  title: 'Your files are too large',
  lines: [
    'What you sent was larger than we can accept, and none of it was kept.',
    'Go back, choose smaller files, or upload them one at a time.',
  ],
}

/**
 * Reads a form in parts as it comes, with nothing of a file in memory but the part that is on its way to the disk. Files
 * are stored only behind a token of ours for this very page: whoever has none can store nothing (R-WEB-01).
 */
export async function readUpload(
  c: Ctx,
  deps: HttpDeps,
  rules: UploadRules,
  quota: UploadQuota,
): Promise<ReadUpload> {
  if (Number(c.req.header('content-length') ?? 0) > rules.mostInAll)
    throw new Refusal(413, 'the files are too large', TOO_LARGE)
  const reading = createReading(c, deps, rules, quota)
  const parser = createParser(c)
  parser.on('field', reading.field)
  parser.on('file', reading.file)
  const stream = c.req.raw.body
  const source = stream ? Readable.fromWeb(stream as WebStream) : Readable.from([])
  try {
    await pipeline(source, counted(rules.mostInAll), parser)
    const body = await reading.settled()
    return { body, uploads: reading.uploads, forget: reading.forget }
  } catch (error) {
    await reading.giveUp(error instanceof Error ? error : new Error('broken off'))
    if (error instanceof Refusal) throw error
    throw new Refusal(400, 'the form in parts could not be read')
  }
}

function createParser(c: Ctx): BusboyInstance {
  try {
    const type = c.req.header('content-type') ?? ''
    return new Busboy({
      headers: { 'content-type': type },
      limits: {
        fieldNameSize: 256,
        fieldSize: MOST_TEXT,
        fields: MOST_FIELDS,
        files: MOST_FILES,
        headerPairs: 20,
        headerSize: 8 * 1024,
      },
    })
  } catch {
    throw new Refusal(400, 'the form in parts has no boundary')
  }
}

/** Lets a body through as long as it is no larger than this, and as long as it goes on. */
function counted(most: number): Transform {
  let sum = 0
  let timer: NodeJS.Timeout | undefined
  const wait = (stream: Transform) => {
    clearTimeout(timer)
    timer = setTimeout(() => stream.destroy(new Error('silent')), LONGEST_SILENCE).unref()
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      wait(this)
      sum += chunk.length
      if (sum > most) done(new Refusal(413, 'the files are too large', TOO_LARGE))
      else done(null, chunk)
    },
    destroy(error, done) {
      clearTimeout(timer)
      done(error)
    },
  })
}

interface Reading {
  readonly uploads: Map<string, readonly string[]>
  field(name: string, value: string, nameCut: boolean, valueCut: boolean): void
  file(control: string, file: BusboyFileStream, name: string | undefined): void
  /** All that was typed, once all files are there. */
  settled(): Promise<URLSearchParams>
  giveUp(error: Error): Promise<void>
  forget(): Promise<void>
}

function createReading(c: Ctx, deps: HttpDeps, rules: UploadRules, quota: UploadQuota): Reading {
  // In the order of the page, however long each file takes: by all of it the second of two clicks is known.
  const entries: { readonly name: string; value: string }[] = []
  const uploads = new Map<string, readonly string[]>()
  const open = new Set<BusboyFileStream>()
  const arrived: string[] = []
  const counts = new Map<string, number>()
  let text = 0
  let work: Promise<void> = Promise.resolve()
  let refusal: Refusal | undefined

  async function take(
    control: string,
    file: BusboyFileStream,
    name: string,
    before: Promise<void>,
  ): Promise<void> {
    const rule = rules.ruleOf(control)
    if (!rule) return drain(file)
    const entry = { name: control, value: '' }
    entries.push(entry)
    const page = entries.find((one) => one.name === 'page')?.value
    const token = readPageToken(page, deps.services.secretKey)
    await before
    // A box that was left empty is sent too, without a name.
    if (name === '' || !token || !rules.isPlace(token.place)) return drain(file)
    const came = await receive(control, file, name, rule, token.session)
    uploads.set(control, [...(uploads.get(control) ?? []), came.text])
    entry.value = came.mark
  }

  async function receive(
    control: string,
    file: BusboyFileStream,
    name: string,
    { most, count }: { readonly most: number; readonly count: number },
    session: string,
  ): Promise<Received> {
    const before = counts.get(control) ?? 0
    counts.set(control, before + 1)
    const peer = c.get('peer')
    const why = before >= count ? 'maxItems' : quota.enter(session, peer) ? undefined : 'too-often'
    if (why !== undefined) {
      await drain(file)
      return refused(why, name)
    }
    try {
      const chunks = file.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
      const received = await deps.shelf.receive(chunks, { name, most })
      if (received.id !== undefined) arrived.push(received.id)
      await drain(file)
      return received
    } finally {
      quota.leave(session, peer, Math.min(file.bytesRead, most))
    }
  }

  const forget = async () => {
    for (const id of arrived) await deps.shelf.drop(id)
  }

  return {
    uploads,
    field(name, value, nameCut, valueCut) {
      text += value.length + name.length
      if (nameCut || valueCut || text > MOST_TEXT)
        refusal ??= new Refusal(413, 'the body is too large')
      else entries.push({ name, value })
    },
    file(control, file, name) {
      open.add(file)
      file.on('error', () => undefined)
      // One after another, in the order of the page.
      const taken = take(control, file, name ?? '', work)
      work = Promise.all([work, taken]).then(() => void open.delete(file))
      work.catch(() => file.resume())
    },
    async settled() {
      await work
      if (refusal) throw refusal
      return new URLSearchParams(entries.map(({ name, value }) => [name, value]))
    },
    async giveUp(error) {
      for (const file of open) file.destroy(error)
      await work.catch(() => undefined)
      await forget()
    },
    forget,
  }
}

/** Reads the rest of a file and forgets it: what comes after it in the body can then be read. */
async function drain(file: BusboyFileStream): Promise<void> {
  if (file.readableEnded || file.destroyed) return
  file.resume()
  await new Promise<void>((done) => {
    file.once('end', done)
    file.once('close', done)
    file.once('error', () => done())
  })
}
