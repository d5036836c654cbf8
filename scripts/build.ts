import { execFileSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../package.json' with { type: 'json' }
import { bundleModules } from './build/modules.ts'
import { importsOf, peers } from './build/peers.ts'
import { publicEntries } from './build/public-entries.ts'
import { bundleTypes } from './build/types.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = `${root}dist/`
const entries = publicEntries(manifest.exports)

/** Packages that users install next to this one. The build does not bundle them. */
const packages = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/**
 * `npm run build`: writes ESM and CommonJS from the same sources, and one bundle of types for both.
 * docs/decisions/package.md has the reasons.
 */
await rm(dist, { recursive: true, force: true })
const emitted = `${root}node_modules/.cache/types/`
await rm(emitted, { recursive: true, force: true })
execFileSync('tsc', ['--project', `${root}tsconfig.build.json`, '--outDir', emitted], { stdio: 'inherit' })

for (const file of [
  ...(await bundleModules(root, entries, { command: './src/cli/main.ts', packages })),
  ...(await bundleTypes(emitted, entries)),
]) {
  await write(`${dist}${file.path}`, file.text)
}
// Bundlers read the nearest package.json, so each must repeat that imports have no side effects.
const shared = { sideEffects: false, imports: importsOf(peers) }
await write(`${dist}esm/package.json`, `${JSON.stringify({ type: 'module', ...shared })}\n`)
await write(`${dist}cjs/package.json`, `${JSON.stringify({ type: 'commonjs', ...shared })}\n`)
await write(`${dist}types/package.json`, `${JSON.stringify({ type: 'commonjs' })}\n`)
