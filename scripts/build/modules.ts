import { basename } from 'node:path'
import { type OutputChunk, type Plugin, type RolldownBuild, rolldown } from 'rolldown'
import { toCommonJs } from './commonjs.ts'
import { bodiesPrefix, textBodies, withoutDescriptions } from './lean-sources.ts'
import { withLineBreaks } from './line-breaks.ts'
import { mergedChunks } from './merged-chunks.ts'
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

/** Bundles the JavaScript in both formats. Entry points share chunks. */
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
    plugins: [facades(root, entries), textBodies(), withoutDescriptions()],
    preserveEntrySignatures: 'allow-extension',
    external: (id) => packages.some((name) => id === name || id.startsWith(`${name}/`)),
  })
  const whole = await generate(bundle)
  const slices = new Map([...slicesOf(whole), ...fixtureSlices(whole)])
  const sliced = await generate(bundle, slices)
  const chunks = withoutRuntime(await generate(bundle, new Map([...slices, ...mergedSlices(sliced)])))
  await bundle.close()
  const inCycle = chunks.find(({ fileName, imports: all }) =>
    reachable(chunks, all, ({ imports }) => imports).has(fileName),
  )
  if (inCycle) throw new Error(`The chunk ${inCycle.fileName} imports itself. CommonJS cannot load it.`)
  const inCommonJs = reachable(
    chunks,
    entries.map(({ name }) => `${name}.js`),
    withLazyImports,
  )
  const files = chunks.flatMap(({ fileName, code }): BuiltFile[] => {
    const text = withLineBreaks(withCheckedPeers(withoutUnusedImport(code)))
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

const commandFile = 'command.js'

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

/** @param slices - name of the chunk of each module */
async function generate(
  bundle: RolldownBuild,
  slices: ReadonlyMap<string, string> = new Map(),
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
    minify: {
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

/** Merges chunks for the entry points and for what the command loads with `import()`. */
function mergedSlices(chunks: readonly OutputChunk[]): Map<string, string> {
  const entries = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => [fileName])
  const inCommand = reachable(chunks, [commandFile], withLazyImports)
  const lazy = chunks
    .filter(({ fileName, isDynamicEntry }) => isDynamicEntry && inCommand.has(fileName))
    .map(({ fileName }) => [commandFile, fileName])
  const groups = mergedChunks(chunks, [...entries, ...lazy], largestChunk)
  return new Map(
    groups.flatMap((files) => {
      const members = chunks.filter(({ fileName }) => files.includes(fileName))
      const largest = members.toSorted((one, other) => other.code.length - one.code.length)[0]
      return members.flatMap(modulesIn).map(([id]) => [id, basename(largest?.fileName ?? '', '.js')] as const)
    }),
  )
}

/** Keeps the fixtures together. Generators load only the errors, which have a chunk of their own. */
function fixtureSlices(chunks: readonly OutputChunk[]): Map<string, string> {
  const modules = chunks.flatMap(modulesIn).filter(([id]) => !id.includes('error-responses'))
  const bodies = modules.filter(([id]) => id.startsWith(bodiesPrefix))
  const sources = modules.filter(([id]) => /\/fixtures\/[\w.-]+\.ts$/.test(id))
  const slices = new Map(bodies.map(([id]) => [id, 'bodies']))
  for (const [id] of sources) slices.set(id, 'fixtures-1')
  return slices
}

const withLazyImports = ({ imports, dynamicImports }: OutputChunk) => [...imports, ...dynamicImports]

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

/** Moves the helper of rolldown into the chunks that use it: to load one more file takes Node longer than to parse the copies. */
function withoutRuntime(chunks: readonly OutputChunk[]): OutputChunk[] {
  const runtime = chunks.find(({ name }) => name === 'rolldown-runtime')
  if (!runtime) return [...chunks]
  const [, code, exported] = /^(.*)export\{([\w$]+)\};?\s*$/s.exec(withoutUnusedImport(runtime.code)) ?? []
  if (!code || !exported) throw new Error(`Unexpected runtime of rolldown: ${runtime.code}`)
  return chunks
    .filter((chunk) => chunk !== runtime)
    .map((chunk) => {
      if (!chunk.imports.includes(runtime.fileName)) return chunk
      const [line, local] =
        /import\{[\w$]+ as ([\w$]+)\}from"\.\/(?:chunks\/)?rolldown-runtime\.js";/.exec(chunk.code) ?? []
      if (!line) throw new Error(`${chunk.fileName} imports the runtime of rolldown in another form.`)
      return {
        ...chunk,
        imports: chunk.imports.filter((name) => name !== runtime.fileName),
        code: chunk.code.replace(
          line,
          () => `const ${local}=/* @__PURE__ */ (()=>{${code}return ${exported}})();`,
        ),
      }
    })
}

/** rolldown imports `node:module` for `require`, which no module uses. Bundlers for browsers would not find it. */
const withoutUnusedImport = (code: string) => code.replace(/^import\s?"node:module";/, '')

/** Replaces the imports of peers by the modules that check them. */
function withCheckedPeers(code: string): string {
  return Object.keys(peers).reduce(
    (text, peer) => text.replaceAll(new RegExp(`(?<=from\\s?")${peer}(?=")`, 'g'), `#${peer}`),
    code,
  )
}
