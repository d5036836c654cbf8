import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium, type Page } from 'playwright-core'

/** By these names Debian, Fedora, Arch and Google install it. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

export interface Browser {
  newPage(): Promise<Page>
  close(): Promise<void>
}

/** Chromium without a window, with a profile of its own that goes when it is closed. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  const profile = await mkdtemp(join(tmpdir(), 'graph-call-testkit-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    // Nothing of its own goes out, and root may start it in a container.
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
      // Its processes may still write while they end.
      await rm(profile, { recursive: true, force: true, maxRetries: 20 })
    },
  }
}

function findChromium(): string {
  const { CHROMIUM: named, PATH = '' } = process.env
  const folders = PATH.split(delimiter)
  const candidates = named ? [named] : folders.flatMap((folder) => names.map((name) => join(folder, name)))
  const found = candidates.find((file) => existsSync(file))
  if (found) return found
  throw new Error(
    `These tests need Chromium, and ${named ? `CHROMIUM names ${named}, which is not there` : `none of ${names.join(', ')} is on the PATH`}. ` +
      'Install it (Debian, Ubuntu: apt-get update && apt-get install -y chromium), or set CHROMIUM to the path of one.',
  )
}
