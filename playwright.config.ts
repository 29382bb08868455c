import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { baseURL, SERVICE } from './test/browser/service.ts'

const installed = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = installed.find((one) => one !== undefined && existsSync(one))

export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results/browser',
  workers: 1,
  timeout: 60_000,
  use: {
    baseURL,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  projects: [
    { name: 'no-js', use: { javaScriptEnabled: false }, testIgnore: ['**/enhanced.spec.ts', '**/layout.spec.ts', '**/themes.spec.ts'] },
    { name: 'js', use: { javaScriptEnabled: true } },
    // Scripts are on and do not arrive: axe can look at the pages that are without them.
    { name: 'blocked', use: { javaScriptEnabled: true }, testMatch: ['**/blue-badge.spec.ts', '**/account-request.spec.ts'] },
  ],
  webServer: {
    command: 'node test/browser/start-server.mjs',
    url: `${baseURL}/healthz`,
    env: SERVICE,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
  },
})
