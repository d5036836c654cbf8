import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

const here = fileURLToPath(new URL('.', import.meta.url))

declare module 'vitest' {
  interface ProvidedContext {
    /** Directory in which the tools are installed. */
    tools: string
  }
}

/** Checks that Java is here, and installs the tools of tools.json once. */
export function setup(project: TestProject): () => Promise<void> {
  requireJava()
  const folder = mkdtempSync(join(tmpdir(), 'graph-call-testkit-export-tools-'))
  cpSync(join(here, 'tools.json'), join(folder, 'package.json'))
  for (const script of ['load.mjs', 'serve-mockoon.mjs']) cpSync(join(here, script), join(folder, script))
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  project.provide('tools', folder)
  return () => rm(folder, { recursive: true, force: true })
}

/** @throws Error if `java` cannot run; WireMock needs it */
export function requireJava(java = 'java'): void {
  try {
    execFileSync(java, ['-version'], { stdio: 'ignore' })
  } catch (cause) {
    throw new Error(
      `Cannot run ${java}, which WireMock needs. Install Java 11 or newer (Debian, Ubuntu: apt-get update && apt-get install -y default-jre-headless).`,
      { cause },
    )
  }
}
