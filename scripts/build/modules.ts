import { basename } from 'node:path'
import { type OutputChunk, type Plugin, type RolldownBuild, rolldown } from 'rolldown'
import { peerModules, peers } from './peers.ts'
import type { BuiltFile, PublicEntry } from './public-entries.ts'

interface ModuleOptions {
  /** Source of the command, which exists only as ESM. */
  readonly command: string
  readonly packages: readonly string[]
}

/**
 * Maximum size of a chunk. The compression of a tarball looks back 32 KiB, and npm packs the files of the same name one after
 * the other. In chunks of this size, the CommonJS copy of the code adds little to the tarball.
 */
const largestChunk = 24_000

/** Bundles the JavaScript in both formats. Entry points share chunks, because Node takes half a millisecond to load a module. */
export async function bundleModules(
  root: string,
  entries: readonly PublicEntry[],
  { command, packages }: ModuleOptions,
): Promise<BuiltFile[]> {
  const bundle = await rolldown({
    cwd: root,
    platform: 'node',
    input: Object.fromEntries([
      ...entries.map(({ name }) => [name, facadePrefix + name]),
      ['command', command],
    ]),
    plugins: [facades(root, entries)],
    preserveEntrySignatures: 'allow-extension',
    external: (id) => packages.some((name) => id === name || id.startsWith(`${name}/`)),
  })
  const slices = slicesOf(await generate(bundle, 'esm'))
  const files: BuiltFile[] = []
  for (const format of ['esm', 'cjs'] as const) {
    const chunks = await generate(bundle, format, slices)
    const names = format === 'esm' ? chunks.map(({ fileName }) => fileName) : reachable(chunks, entries)
    for (const { fileName, code } of chunks) {
      if (names.includes(fileName)) {
        files.push({ path: `${format}/${fileName}`, text: withCheckedPeers(code) })
      }
    }
  }
  await bundle.close()
  for (const [name, entry] of Object.entries(peers)) files.push(...(await peerModules(name, entry)))
  return files
}

const facadePrefix = 'entry:'

/**
 * Puts a module in front of each entry point that exports the same names and has no code. Otherwise other chunks would import from
 * the entry point, which would then export more than it declares.
 */
function facades(root: string, entries: readonly PublicEntry[]): Plugin {
  return {
    name: 'facades',
    resolveId: (id) => (id.startsWith(facadePrefix) ? id : null),
    load(id) {
      const entry = entries.find(({ name }) => facadePrefix + name === id)
      return entry ? `export * from ${JSON.stringify(root + entry.source.slice('./'.length))}` : null
    },
  }
}

async function generate(
  bundle: RolldownBuild,
  format: 'esm' | 'cjs',
  slices: ReadonlyMap<string, string> = new Map(),
): Promise<OutputChunk[]> {
  const { output } = await bundle.generate({
    format,
    // The types have the documentation.
    comments: { legal: true, annotation: true, jsdoc: false },
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: (id) => slices.get(id) ?? null, debugName: 'slices' }],
    },
    // Jest runs CommonJS without support for import(), so lazy modules must use require() too.
    ...(format === 'cjs' && { dynamicImportInCjs: false }),
  })
  return output.filter((file) => file.type === 'chunk')
}

/**
 * Divides large chunks into slices of their modules, in the order in which these run. A slice imports only slices before it, so
 * there are no cycles between chunks.
 */
function slicesOf(chunks: readonly OutputChunk[]): Map<string, string> {
  const slices = new Map<string, string>()
  for (const { fileName, code, modules, isEntry } of chunks) {
    // Several chunks can have the same name, but not the same file.
    const name = `${basename(fileName, '.js')}${isEntry ? '-entry' : ''}`
    const count = Math.ceil(code.length / largestChunk)
    if (count === 1 && !isEntry) continue
    let length = 0
    for (const [id, { renderedLength }] of Object.entries(modules)) {
      if (id.startsWith(facadePrefix)) continue
      slices.set(id, `${name}-${Math.min(count, 1 + Math.floor((length / code.length) * count))}`)
      length += renderedLength
    }
  }
  return slices
}

/** Names of the chunks that the entry points load. */
function reachable(chunks: readonly OutputChunk[], entries: readonly PublicEntry[]): string[] {
  const names = new Set(entries.map(({ name }) => `${name}.js`))
  for (const name of names) {
    const chunk = chunks.find(({ fileName }) => fileName === name)
    for (const imported of [...(chunk?.imports ?? []), ...(chunk?.dynamicImports ?? [])]) names.add(imported)
  }
  return [...names]
}

/** Replaces the imports of peers by the modules that check them. */
function withCheckedPeers(code: string): string {
  return Object.keys(peers).reduce(
    (text, peer) => text.replaceAll(new RegExp(`(?<=(?:from |require\\()")${peer}(?=")`, 'g'), `#${peer}`),
    code,
  )
}
