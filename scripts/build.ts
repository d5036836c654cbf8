import { execFileSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import manifest from '../package.json' with { type: 'json' }

const root = fileURLToPath(new URL('..', import.meta.url))

/** The sources of the entry points, as package.json lists them, and of the command. */
const entries = Object.values(manifest.exports)
  .flatMap((entry) => (typeof entry === 'string' ? [] : [entry['graph-call-testkit-source']]))
  .concat('./src/cli/main.ts')

/** What users install beside this package, and the build leaves where it is. */
const packages = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })

/**
 * `npm run build`: the same sources as ESM and as CommonJS, with types for both. The JavaScript is bundled, a file for
 * what entry points share: Node takes half a millisecond for each module that it loads, and a test run waits for all.
 */
await rm(`${root}dist`, { recursive: true, force: true })
const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  input: Object.fromEntries(entries.map((entry) => [entry.slice('./'.length, -'.ts'.length), entry])),
  external: (id) => packages.some((name) => id === name || id.startsWith(`${name}/`)),
})
for (const [folder, format, type] of [
  ['esm', 'esm', 'module'],
  ['cjs', 'cjs', 'commonjs'],
] as const) {
  const dir = `${root}dist/${folder}`
  // Jest runs CommonJS where nothing can be imported: it has to require what is loaded on demand, too.
  await bundle.write({ dir, format, sourcemap: true, chunkFileNames: '[name].js', dynamicImportInCjs: false })
  execFileSync('tsc', ['--project', `${root}tsconfig.build.json`, '--outDir', dir], { stdio: 'inherit' })
  await writeFile(`${dir}/package.json`, `${JSON.stringify({ type })}\n`)
}
await bundle.close()
