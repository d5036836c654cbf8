import { basename } from 'node:path'
import { type OutputChunk, type Plugin, type RolldownBuild, rolldown } from 'rolldown'
import { toCommonJs } from './commonjs.ts'
import { divideBodies, withoutDescriptions } from './lean-sources.ts'
import { peerModules, peers } from './peers.ts'
import type { BuiltFile, PublicEntry } from './public-entries.ts'

interface ModuleOptions {
  /** Source of the command, which exists only as ESM. */
  readonly command: string
  readonly packages: readonly string[]
}

/**
 * Maximum size of a minified chunk, as a rule. The compression of a tarball looks back 32 KiB, and npm packs the files of the same
 * name one after the other. In chunks of this size, the CommonJS copy of the code adds little to the tarball.
 */
const largestChunk = 26_000

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
    plugins: [facades(root, entries), divideBodies(), withoutDescriptions()],
    preserveEntrySignatures: 'allow-extension',
    external: (id) => packages.some((name) => id === name || id.startsWith(`${name}/`)),
  })
  const chunks = await generate(bundle, {
    slices: slicesOf(await generate(bundle, { minify: true })),
    minify: true,
  })
  await bundle.close()
  const inCommonJs = reachable(chunks, entries)
  const files = chunks.flatMap(({ fileName, code }): BuiltFile[] => {
    const text = withCheckedPeers(code)
    return [
      { path: `esm/${fileName}`, text },
      // Jest runs CommonJS without support for import(), so lazy modules use require() too.
      ...(inCommonJs.has(fileName) ? [{ path: `cjs/${fileName}`, text: toCommonJs(text) }] : []),
    ]
  })
  const modules = files.map(({ text }) => text)
  for (const [name, needing] of Object.entries(peers)) {
    files.push(...(await peerModules(name, needing, modules)))
  }
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

interface GenerateOptions {
  /** Name of the chunk of each module. */
  readonly slices?: ReadonlyMap<string, string>
  readonly minify?: boolean
}

async function generate(
  bundle: RolldownBuild,
  { slices = new Map(), minify = false }: GenerateOptions = {},
): Promise<OutputChunk[]> {
  const { output } = await bundle.generate({
    format: 'esm',
    // The types have the documentation.
    comments: { legal: true, annotation: true, jsdoc: false },
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: (id) => slices.get(id) ?? null, debugName: 'slices' }],
    },
    // Test runners print the names of classes.
    minify: minify && {
      compress: true,
      mangle: { keepNames: { class: true, function: false } },
      codegen: { removeWhitespace: true },
    },
  })
  return output.filter((file) => file.type === 'chunk')
}

/**
 * Divides large chunks into slices of their modules, in the order in which these run. A slice imports only slices before it, so
 * chunks have no cycles.
 */
function slicesOf(chunks: readonly OutputChunk[]): Map<string, string> {
  const slices = new Map<string, string>()
  for (const { fileName, code, modules, isEntry } of chunks) {
    // Several chunks can have the same name, but not the same file.
    const name = `${basename(fileName, '.js')}${isEntry ? '-entry' : ''}`
    const count = Math.ceil(code.length / largestChunk)
    if (count === 1 && !isEntry) continue
    const lengths = Object.entries(modules).map(([, { renderedLength }]) => renderedLength)
    const total = lengths.reduce((sum, length) => sum + length, 0)
    let length = 0
    for (const [id, { renderedLength }] of Object.entries(modules)) {
      // The middle of a module decides about its slice.
      const position = (length + renderedLength / 2) / total
      if (!id.startsWith(facadePrefix)) slices.set(id, `${name}-${1 + Math.floor(position * count)}`)
      length += renderedLength
    }
  }
  return slices
}

/** Names of the chunks that the entry points load. */
function reachable(chunks: readonly OutputChunk[], entries: readonly PublicEntry[]): ReadonlySet<string> {
  const names = new Set(entries.map(({ name }) => `${name}.js`))
  for (const name of names) {
    const chunk = chunks.find(({ fileName }) => fileName === name)
    for (const imported of [...(chunk?.imports ?? []), ...(chunk?.dynamicImports ?? [])]) names.add(imported)
  }
  return names
}

/** Replaces the imports of peers by the modules that check them. */
function withCheckedPeers(code: string): string {
  return Object.keys(peers).reduce(
    (text, peer) => text.replaceAll(new RegExp(`(?<=from\\s?")${peer}(?=")`, 'g'), `#${peer}`),
    code,
  )
}
