// Puts the service into one file, dist/main.js: it starts in a third of the time, in two thirds of the memory.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const outfile = join(root, 'dist', 'main.js')
const stamp = `// Made by src/cli/build-server.mjs from ${hashOfInputs()}`
if (!existsSync(outfile) || !readFileSync(outfile, 'utf8').startsWith(stamp)) await buildServer()

async function buildServer() {
  const { build } = await import('esbuild')
  await build({
    entryPoints: [join(root, 'src', 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    // What has native code or workers, and what is loaded only when it is needed.
    external: [
      '@node-rs/argon2',
      '@viz-js/viz',
      'esbuild',
      'pdfkit',
      'pino',
      'plivo',
      'refa',
      'resend',
      'tsx',
    ],
    // Packages in the old form ask for node's own modules by `require`.
    banner: {
      js: `${stamp}\nimport { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)`,
    },
    plugins: [{ name: 'own-address', setup: keepAddresses }],
    minifyWhitespace: true,
    // What Node prints of a fault is a line of it.
    lineLimit: 160,
    legalComments: 'none',
    logLevel: 'warning',
  })
  writeFileSync(outfile, escapeWide(readFileSync(outfile, 'utf8')))
}

/** One letter that is not ASCII, in a pattern say, and V8 keeps the whole text with two bytes for each: 4 MB more. */
function escapeWide(text) {
  return text.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A source file that asks where it is (templates, lists) is told where it lies, not where the one file does. */
function keepAddresses({ onLoad }) {
  onLoad({ filter: /\.ts$/ }, ({ path }) => {
    const text = readFileSync(path, 'utf8')
    const place = JSON.stringify(relative(dirname(outfile), path))
    const contents = text.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`)
    return { loader: 'ts', contents }
  })
}

/** Of the sources, of this file, and of the packages' versions. */
function hashOfInputs() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mjs)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const path of files) hash.update(relative(root, path)).update(readFileSync(path))
  return hash.digest('hex')
}
