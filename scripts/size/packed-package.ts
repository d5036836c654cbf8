import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Package as `npm publish` would send it, unpacked in the node_modules of a directory. */
export interface PackedPackage {
  /** Directory with the node_modules. */
  readonly directory: string
  /** Directory of the package itself. */
  readonly packageDirectory: string
  readonly bytes: number
  readonly files: readonly string[]
  remove(): void
}

/** Packs `dist/` as it is, without a build, and unpacks it. */
export function packPackage(): PackedPackage {
  const directory = mkdtempSync(join(tmpdir(), 'graph-call-testkit-size-'))
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', directory], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )
  const target = join(directory, 'node_modules/graph-call-testkit')
  mkdirSync(target, { recursive: true })
  execFileSync('tar', ['xzf', join(directory, packed.filename), '--strip-components=1', '-C', target])
  for (const name of ['fast-check', 'zod', 'pure-rand', 're2js']) {
    symlinkSync(join(root, 'node_modules', name), join(directory, 'node_modules', name))
  }
  return {
    directory,
    packageDirectory: target,
    bytes: packed.size,
    files: packed.files.map(({ path }: { path: string }) => path),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}
