/** Something to be placed, in pixels. */
export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
}

/** A line between two boxes, with room for its label. */
export interface Line {
  readonly from: string
  readonly to: string
  readonly label?: { readonly width: number; readonly height: number }
  /** It is the usual way on, and is drawn as straight as can be. */
  readonly weight: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface LaidOut {
  readonly width: number
  readonly height: number
  /** The middle of each box. */
  readonly boxes: ReadonlyMap<string, Point>
  /** In the order of the lines that were given: a Bézier curve, and the middle of its label. */
  readonly lines: readonly { readonly curve: readonly Point[]; readonly label?: Point }[]
}

/** Says in words that the library that places things is not installed. */
export class NoLayout extends Error {}

/**
 * Places boxes below each other, as the lines lead. Rejects with NoLayout where the library is not there: it is for
 * development only, and `npm ci --omit=dev` leaves it out.
 */
export async function layOut(boxes: readonly Box[], lines: readonly Line[]): Promise<LaidOut> {
  // Loaded only when something is drawn: it is large, and no service needs it.
  const { instance } = await import('@viz-js/viz').catch((): never => {
    throw new NoLayout(
      'Drawing needs the package @viz-js/viz, which is for development and not installed here. Run "npm ci", or ask for the outline, which says the same in words: --outline.',
    )
  })
  const viz = await instance()
  return readLayout(viz.renderJSON(graphOf(boxes, lines), { format: 'json0', yInvert: true }))
}

const POINTS_PER_INCH = 72

function graphOf(boxes: readonly Box[], lines: readonly Line[]) {
  return {
    graphAttributes: { rankdir: 'TB', nodesep: 0.4, ranksep: 0.45 },
    nodeAttributes: { shape: 'box', fixedsize: true, label: '' },
    nodes: boxes.map(({ id, width, height }) => ({
      name: id,
      attributes: { width: width / POINTS_PER_INCH, height: height / POINTS_PER_INCH },
    })),
    edges: lines.map(({ from, to, label, weight }) => ({
      tail: from,
      head: to,
      attributes: { weight, ...(label && { label: { html: roomOf(label) } }) },
    })),
  }
}

/** A table that holds nothing: the room that a label takes. */
function roomOf({ width, height }: { readonly width: number; readonly height: number }): string {
  const size = `WIDTH="${Math.ceil(width)}" HEIGHT="${Math.ceil(height)}"`
  return `<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR><TD FIXEDSIZE="TRUE" ${size}></TD></TR></TABLE>`
}

/** What the library answers, as far as it is read. */
interface Answer {
  readonly bb: string
  readonly objects?: readonly { readonly name: string; readonly pos: string }[]
  readonly edges?: readonly { readonly pos: string; readonly lp?: string }[]
}

function readLayout(answer: object): LaidOut {
  const { bb, objects = [], edges = [] } = answer as Answer
  const [left = 0, one = 0, right = 0, other = 0] = bb.split(',').map(Number)
  const top = Math.min(one, other)
  const pointOf = (text: string): Point => {
    const [x = 0, y = 0] = text.split(',').map(Number)
    return { x: x - left, y: y - top }
  }
  return {
    width: right - left,
    height: Math.abs(other - one),
    boxes: new Map(objects.map(({ name, pos }) => [name, pointOf(pos)])),
    lines: edges.map(({ pos, lp }) => ({
      curve: curveOf(pos, pointOf),
      ...(lp !== undefined && { label: pointOf(lp) }),
    })),
  }
}

/** `e,x,y x,y …`: where it ends, then the curve up to the head of the arrow. */
function curveOf(pos: string, pointOf: (text: string) => Point): readonly Point[] {
  const parts = pos.split(' ')
  const end = parts.find((part) => part.startsWith('e,'))
  const curve = parts.filter((part) => !/^[es],/u.test(part)).map(pointOf)
  return end ? [...curve, pointOf(end.slice(2))] : curve
}
