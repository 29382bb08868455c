import { chromium } from '@playwright/test'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const p = await b.newPage({ viewport: { width: 1000, height: 900 } })
const shot = async (path, name, open) => { await p.goto('http://localhost:4711' + path); if (open) await p.getByText('Why this page?').click(); await p.screenshot({ path: `/tmp/fd/${name}.png`, fullPage: true }) }
await shot('/dev', 'home'); await shot('/blue-badge', 'broken'); await shot('/dev/login/preview', 'list'); await shot('/dev/login/preview/cy/sign-in/error-email-required', 'state'); await shot('/login/sign-in', 'why', true)
await p.setViewportSize({ width: 320, height: 700 }); await shot('/blue-badge', 'broken-narrow'); await shot('/login/sign-in', 'why-narrow', true)
await b.close()
