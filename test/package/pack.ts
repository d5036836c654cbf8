import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the packed package. */
    tarball: string
  }
}

/** Builds and packs the package once, as `npm publish` would. */
export function setup(project: TestProject): () => void {
  const directory = mkdtempSync(join(tmpdir(), 'graph-call-testkit-pack-'))
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', directory], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  project.provide('tarball', join(directory, packed.filename))
  return () => rmSync(directory, { recursive: true, force: true })
}
