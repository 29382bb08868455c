import type { FullProject, Page } from '@playwright/test'

/** The project whose browser runs scripts, on a line that drops those of the service. */
const BLOCKED = 'blocked'

export function isBlocked({ name }: Pick<FullProject, 'name'>): boolean {
  return name === BLOCKED
}

export async function blockScripts(page: Page, project: Pick<FullProject, 'name'>): Promise<void> {
  if (isBlocked(project)) await page.route('**/*.js', (route) => route.abort())
}
