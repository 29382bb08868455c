/** A colour as it is written in a style sheet: `#rrggbb`, in small letters. */
export type Colour = `#${string}`

/** `#1d4` and `#1D4F91` → `#rrggbb`; undefined: not a colour that can be measured. */
export function readColour(text: string): Colour | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/iu.exec(text)?.[1]?.toLowerCase()
  if (hex === undefined) return undefined
  return hex.length === 6 ? `#${hex}` : `#${[...hex].map((one) => one + one).join('')}`
}

/** From 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastOf(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG 2.2, relative luminance: 0 is black, 1 is white. */
function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channelsOf(colour: Colour): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

/** `share` (0 to 1) of another colour mixed in. */
export function mixed(colour: Colour, other: Colour, share: number): Colour {
  const others = channelsOf(other)
  const parts = channelsOf(colour).map((channel, at) =>
    Math.round(channel * (1 - share) + (others[at] ?? 0) * share)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${parts.join('')}`
}

/** The colour that is nearest to one and has a contrast with a ground; black or white have one of 4.58 with any. */
export function nearestWith(contrast: number, colour: Colour, ground: Colour): Colour {
  const towards =
    contrastOf('#000000', ground) > contrastOf('#ffffff', ground) ? '#000000' : '#ffffff'
  for (let share = 0; share < 1; share += 0.02) {
    const tried = mixed(colour, towards, share)
    if (contrastOf(tried, ground) >= contrast) return tried
  }
  return towards
}
