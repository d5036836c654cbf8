import { execFileSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import manifest from '../package.json' with { type: 'json' }

const root = fileURLToPath(new URL('..', import.meta.url))

/** Sources of the entry points in package.json, and of the command. */
const entries = Object.values(manifest.exports)
  .flatMap((entry) => (typeof entry === 'string' ? [] : [entry['graph-call-testkit-source']]))
  .concat('./src/cli/main.ts')

/** Packages that users install next to this one. The build does not bundle them. */
const packages = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })

/**
 * `npm run build`: writes ESM and CommonJS from the same sources, with types for both. Entry points share bundled chunks,
 * because Node takes half a millisecond to load each module, and every test run waits for that.
 */
await rm(`${root}dist`, { recursive: true, force: true })
const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  input: Object.fromEntries(entries.map((entry) => [entry.slice('./'.length, -'.ts'.length), entry])),
  external: (id) => packages.some((name) => id === name || id.startsWith(`${name}/`)),
})
for (const [directory, format, type] of [
  ['esm', 'esm', 'module'],
  ['cjs', 'cjs', 'commonjs'],
] as const) {
  const dir = `${root}dist/${directory}`
  // Jest runs CommonJS without support for import(), so lazy modules must use require() too.
  await bundle.write({ dir, format, sourcemap: true, chunkFileNames: '[name].js', dynamicImportInCjs: false })
  execFileSync('tsc', ['--project', `${root}tsconfig.build.json`, '--outDir', dir], { stdio: 'inherit' })
  await writeFile(`${dir}/package.json`, `${JSON.stringify({ type })}\n`)
}
await bundle.close()
