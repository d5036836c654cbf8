import assert from 'node:assert'
import test from 'node:test'
import { chromium } from 'playwright-core'
import { preview } from 'vite'

test('a built page runs a tenant in Chromium', async () => {
  const server = await preview({ root: 'vite', preview: { port: 0, host: '127.0.0.1' } })
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${server.httpServer.address().port}`)
  await page.waitForFunction(() => document.title !== '', undefined, { timeout: 120_000 })
  assert.equal(await page.title(), 'established')
  await browser.close()
  await server.close()
})
