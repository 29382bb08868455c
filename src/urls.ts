/** Every path that the service answers. Nothing else builds a path by hand. */
export const urls = {
  home: '/',
  journey: (journey: string) => `/${journey}`,
  step: (journey: string, step: string) => `/${journey}/${step}`,
  item: (journey: string, step: string, item: number | 'list') => `/${journey}/${step}/${item}`,
  draftFile: (journey: string, step: string, file: string) => `/${journey}/${step}/files/${file}`,
  copy: (journey: string) => `/${journey}/copy.pdf`,
  account: '/account',
  accountRequest: (reference: string) => `/account/requests/${reference}`,
  accountCopy: (reference: string) => `/account/requests/${reference}/copy.pdf`,
  accountFile: (reference: string, file: string) => `/account/requests/${reference}/files/${file}`,
  accountMore: (reference: string) => `/account/requests/${reference}/more`,
  accountStay: '/account/stay-signed-in',
  accountForm: (journey: string) => `/account/forms/${journey}`,
  accountSaved: (journey: string) => `/account/forms/${journey}/saved`,
  accountDelete: (journey: string) => `/account/forms/${journey}/delete`,
  logOut: '/log-out',
  page: (id: string) => `/pages/${id}`,
  admin: '/admin',
  adminJourney: (journey: string) => `/admin/${journey}`,
  adminInvitations: (journey: string) => `/admin/${journey}/invitations`,
  adminCase: (journey: string, submission: string) => `/admin/${journey}/${submission}`,
  adminCopy: (journey: string, submission: string) => `/admin/${journey}/${submission}.pdf`,
  adminMove: (journey: string, submission: string, move: string) =>
    `/admin/${journey}/${submission}/${move}`,
  adminFile: (journey: string, submission: string, file: string) =>
    `/admin/${journey}/${submission}/files/${file}`,
  dev: '/dev',
  devMessages: '/dev/messages',
  devPreview: (journey: string) => `/dev/${journey}/preview`,
  devPreviewStep: (journey: string, language: string, step: string) =>
    `/dev/${journey}/preview/${language}/${step}`,
  devPreviewState: (journey: string, language: string, step: string, state: string) =>
    `/dev/${journey}/preview/${language}/${step}/${state}`,
  devAllProblems: '/dev/problems',
  devProblems: (journey: string) => `/dev/${journey}/problems`,
  devLastSound: (journey: string) => `/dev/${journey}/last-sound`,
  devChanges: '/dev/changes',
  devMap: (journey: string) => `/dev/${journey}/map`,
  devMapImage: (journey: string) => `/dev/${journey}/map.svg`,
  devSourcePath: (journey: string) => `/dev/${journey}/source`,
  devSource: (journey: string, file: string, line: number) =>
    `/dev/${journey}/source?file=${encodeURIComponent(file)}&line=${line}#line-${line}`,
  hooks: '/hooks',
  static: (file: string) => `/static/${file}`,
} as const

/** Where a path of ours leads: absolute, same origin, no tricks (R-WEB-14). Else the home page. */
export function safePath(path: string): string {
  return /^\/(?![/\\])[\w\-./~%?=&]*$/u.test(path) && !/%2f|%5c|\.\./iu.test(path)
    ? path
    : urls.home
}
