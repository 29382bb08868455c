// Who may import whom: the table of the README, "Where things are". Lower folders know nothing of higher ones.
const mayImport = {
  fields: [],
  journey: ['fields'],
  answers: ['fields', 'journey'],
  flow: ['fields', 'journey', 'answers'],
  check: ['fields', 'journey', 'answers', 'flow', 'actions'],
  store: ['answers'],
  messages: ['journey', 'answers', 'store'],
  accounts: ['store'],
  actions: ['fields', 'journey', 'answers', 'accounts', 'messages', 'store'],
  engine: ['fields', 'journey', 'answers', 'flow', 'store', 'actions'],
  scenarios: ['fields', 'journey', 'answers', 'flow', 'store', 'actions', 'engine'],
  map: ['fields', 'journey', 'actions', 'scenarios'],
  views: ['fields', 'journey', 'answers', 'urls'],
  http: ['journey', 'answers', 'store', 'engine', 'views', 'urls', 'accounts', 'messages', 'actions'],
  dev: ['fields', 'journey', 'answers', 'flow', 'check', 'store', 'messages', 'actions', 'engine', 'scenarios', 'map', 'views', 'urls', 'http'],
  admin: ['fields', 'journey', 'answers', 'store', 'accounts', 'messages', 'views', 'urls', 'http'],
}
// Each package lives behind one door.
const homeOf = {
  hono: '^src/(app[.]ts|http/|admin/|dev/)',
  '@hono/node-server': '^src/(main|serve|app)[.]ts$|^src/http/context[.]ts$',
  eta: '^src/views/templates[.]ts$',
  ajv: '^src/(journey|answers)/',
  'ajv-formats': '^src/(journey|answers)/',
  re2js: '^src/(journey|answers|fields)/',
  yaml: '^src/journey/',
  'markdown-it': '^src/journey/',
  'json-schema-to-ts': '^src/(journey|actions)/',
  'libphonenumber-js': '^src/fields/',
  lowdb: '^src/store/',
  chokidar: '^src/watch-forms[.]ts$',
  '@node-rs/argon2': '^src/accounts/',
  pdfkit: '^src/views/pdf-paper[.]ts$',
  resend: '^src/messages/',
  plivo: '^src/messages/',
  'govuk-frontend': '^src/cli/build-assets[.]ts$',
  sass: '^src/cli/build-assets[.]ts$',
  esbuild: '^src/cli/build-(assets[.]ts|server[.]mjs)$',
}
const folder = (name) => (name === 'urls' ? '^src/urls[.]ts$' : `^src/${name}/`)
const forbid = (name, from, to) => ({ name, severity: 'error', from, to })
module.exports = {
  forbidden: [
    forbid('no-circular', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^src/', pathNot: ['^src/(config|urls)[.]ts$', '[.]mjs$', '[.]d[.]ts$'] }, to: {} },
    forbid('not-to-test', { path: '^src/' }, { path: '^test/' }),
    forbid('not-to-dev-dep', { path: '^src/' }, { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] }),
    forbid('not-to-unresolvable', {}, { couldNotResolve: true }),
    forbid('main-is-the-top', { path: '^src/', pathNot: '^src/(main|serve|cli/dev)[.]ts$' }, { path: '^src/(main|serve|app)[.]ts$' }),
    forbid('config-is-read-at-the-top', { path: '^src/', pathNot: '^src/(main|serve|workplace|cli/.+)[.]ts$' }, { path: '^src/config[.]ts$' }),
    forbid('implementations-are-wired-at-the-top', { path: '^src/', pathNot: '^src/(workplace|store/.+|messages/.+)[.]ts$' }, { path: '^src/(store/.+-store|messages/send-.+)[.]ts$' }),
    ...Object.entries(mayImport).map(([from, to]) =>
      forbid(`${from}-stays-in-its-layer`, { path: folder(from) }, { path: '^src/', pathNot: [folder(from), ...to.map(folder)] }),
    ),
    ...Object.entries(homeOf).map(([pkg, home]) =>
      forbid(`${pkg.replace(/\W+/g, '-')}-has-one-home`, { path: '^src/', pathNot: home }, { path: `^node_modules/${pkg}/` }),
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // Without this the cruiser cannot resolve ESM-only packages and subpath exports (lowdb, hono/cookie).
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
