import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium, type Page } from 'playwright-core'

/** Names of Chromium in the packages of Debian, Fedora, Arch and Google. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

export interface Browser {
  newPage(): Promise<Page>
  close(): Promise<void>
}

/** Starts headless Chromium with a temporary profile, which `close` deletes. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  const profile = await mkdtemp(join(tmpdir(), 'graph-call-testkit-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    // Chromium then sends no requests of its own, and root can start it in a container.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return {
    newPage: () => context.newPage(),
    async close() {
      await context.close()
      // The processes may still write files while they exit.
      await rm(profile, { recursive: true, force: true, maxRetries: 20 })
    },
  }
}

/** Path of Chromium. `CHROMIUM` sets it. */
export function findChromium(): string {
  const { CHROMIUM: configured, PATH = '' } = process.env
  const folders = PATH.split(delimiter)
  const candidates = configured
    ? [configured]
    : folders.flatMap((folder) => names.map((name) => join(folder, name)))
  const found = candidates.find((file) => existsSync(file))
  if (found) return found
  throw new Error(
    `Chromium was not found: ${configured ? `CHROMIUM is ${configured}, which does not exist` : `the PATH has none of ${names.join(', ')}`}. ` +
      'Install it (Debian, Ubuntu: apt-get update && apt-get install -y chromium), or set CHROMIUM to its path.',
  )
}
