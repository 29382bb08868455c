/** What we read of htmx 4's events. */
export interface HtmxDetail {
  readonly ctx?: {
    readonly sourceElement?: Element
    readonly response?: { readonly status: number }
    readonly request: { readonly headers: Record<string, string> }
  }
  readonly tasks?: readonly { readonly type: string; readonly fragment: ParentNode }[]
}

export function onHtmx(name: string, listener: (detail: HtmxDetail, event: Event) => void): void {
  document.addEventListener(`htmx:${name}`, (event) =>
    listener((event as CustomEvent<HtmxDetail>).detail, event),
  )
}

/** A press that nobody made: it says nothing, whatever becomes of it. */
export function isPoll({ ctx }: HtmxDetail): boolean {
  return ctx?.request.headers[POLL_HEADER] !== undefined
}

export const POLL_HEADER = 'Footpath-Poll'
