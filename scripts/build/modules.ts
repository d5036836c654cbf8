import { basename } from 'node:path'
import { type OutputChunk, type Plugin, type RolldownBuild, rolldown } from 'rolldown'
import { toCommonJs } from './commonjs.ts'
import { bodiesPrefix, divideBodies, withoutDescriptions } from './lean-sources.ts'
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

/** Maximum size of a chunk that is merged with others, as a rule, and the number of entry points that load it, at least. */
const small = { length: 1_500, entries: 3 }

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
  const first = await generate(bundle, { minify: true })
  const slices = new Map([...slicesOf(first), ...sharedSlice(first, entries), ...fixtureSlices(first)])
  const chunks = await generate(bundle, { slices, minify: true })
  await bundle.close()
  const inCommonJs = reachable(
    chunks,
    entries.map(({ name }) => `${name}.js`),
    ({ imports, dynamicImports }) => [...imports, ...dynamicImports],
  )
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
  return new Map(
    chunks.flatMap(({ fileName, code, modules, isEntry }) => {
      // Several chunks can have the same name, but not the same file.
      const name = `${basename(fileName, '.js')}${isEntry ? '-entry' : ''}`
      const count = Math.ceil(code.length / largestChunk)
      return count === 1 && !isEntry ? [] : [...sliced(name, Object.entries(modules), count)]
    }),
  )
}

type Module = readonly [id: string, { readonly renderedLength: number }]

/** Returns the name of the slice of each module. */
function sliced(name: string, modules: readonly Module[], count: number): Map<string, string> {
  const slices = new Map<string, string>()
  const total = modules.reduce((sum, [, { renderedLength }]) => sum + renderedLength, 0)
  let length = 0
  for (const [id, { renderedLength }] of modules) {
    // The middle of a module decides about its slice.
    const position = (length + renderedLength / 2) / total
    if (!id.startsWith(facadePrefix)) slices.set(id, `${name}-${1 + Math.floor(position * count)}`)
    length += renderedLength
  }
  return slices
}

/**
 * Merges the small chunks that several entry points load and that import only each other, because Node takes longer to load a chunk
 * than to parse it.
 */
function sharedSlice(chunks: readonly OutputChunk[], entries: readonly PublicEntry[]): Map<string, string> {
  const loaded = entries.map(({ name }) => reachable(chunks, [`${name}.js`], ({ imports }) => imports))
  const shared = new Set<string>()
  for (let previous = -1; previous < shared.size; ) {
    previous = shared.size
    for (const { fileName, code, imports, isEntry } of chunks) {
      const uses = loaded.filter((names) => names.has(fileName)).length
      const isSmall = !isEntry && code.length <= small.length && uses >= small.entries
      if (isSmall && imports.every((name) => shared.has(name))) shared.add(fileName)
    }
  }
  const modules = chunks.filter(({ fileName }) => shared.has(fileName)).flatMap(modulesIn)
  return new Map(modules.map(([id]) => [id, 'shared']))
}

/** Keeps the fixtures together. Generators load only the errors, which have a chunk of their own. */
function fixtureSlices(chunks: readonly OutputChunk[]): Map<string, string> {
  const modules = chunks.flatMap(modulesIn).filter(([id]) => !id.includes('error-responses'))
  const bodies = modules.filter(([id]) => id.startsWith(bodiesPrefix))
  const sources = modules.filter(([id]) => /\/fixtures\/[\w.-]+\.ts$/.test(id))
  const length = bodies.reduce((sum, [, { renderedLength }]) => sum + renderedLength, 0)
  const slices = sliced('bodies', bodies, Math.ceil(length / largestChunk))
  for (const [id] of sources) slices.set(id, 'fixtures-1')
  return slices
}

const modulesIn = ({ modules }: OutputChunk): Module[] => Object.entries(modules)

/** Names of the chunks that some chunks load. */
function reachable(
  chunks: readonly OutputChunk[],
  from: readonly string[],
  importsOf: (chunk: OutputChunk) => readonly string[],
): ReadonlySet<string> {
  const names = new Set(from)
  for (const name of names) {
    const chunk = chunks.find(({ fileName }) => fileName === name)
    for (const imported of chunk ? importsOf(chunk) : []) names.add(imported)
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
