import type { Site } from './journey.ts'
import type { Theme } from './theme.ts'

/** A site in another language than it was written in, with a note of what is still in that (WCAG 3.1.2). */
export function withForeign(told: Site, written: Site): Site {
  const { language } = written
  if (told.language === language) return told
  const foreign = {
    ...(told.service === written.service && { service: language }),
    ...(told.council === written.council && { council: language }),
  }
  return { ...told, foreign, ...(told.theme && { theme: themeOf(told.theme, written) }) }
}

function themeOf(theme: Theme, written: Site): Theme {
  const links = theme.links.map((link, at) =>
    written.theme?.links[at]?.label === link.label ? { ...link, foreign: written.language } : link,
  )
  return { ...theme, links }
}
