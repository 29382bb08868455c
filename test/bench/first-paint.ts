import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** A slow line and a slow machine. */
export interface Line {
  readonly words: string
  /** Bits a second. */
  readonly rate: number
  /** Milliseconds of one way there and back. */
  readonly latency: number
  /** How many times slower than this machine. */
  readonly slower: number
}

/** Milliseconds from the start to the first words on the screen, in a browser that has never been there. */
export async function firstPaint(url: string, line: Line): Promise<number> {
  const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium'].find(
    (one) => one !== undefined && existsSync(one),
  )
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  })
  try {
    const page = await browser.newPage()
    const client = await page.context().newCDPSession(page)
    await client.send('Network.enable')
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latency,
      downloadThroughput: line.rate / 8,
      uploadThroughput: line.rate / 8,
    })
    await client.send('Emulation.setCPUThrottlingRate', { rate: line.slower })
    await page.goto(url, { waitUntil: 'load', timeout: 120_000 })
    return await page.evaluate<number>(
      `new Promise((done) => new PerformanceObserver((list) => done(list.getEntriesByName('first-contentful-paint')[0].startTime)).observe({ type: 'paint', buffered: true }))`,
    )
  } finally {
    await browser.close()
  }
}
