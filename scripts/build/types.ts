import { rolldown } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'
import type { BuiltFile, PublicEntry } from './public-entries.ts'
import { splitTypes } from './split-types.ts'

/**
 * Entry points that users combine with the types of another package, such as an arbitrary with fast-check's. ESM declarations have to
 * import the ESM types of that package, because TypeScript tells its two copies of a class apart.
 */
const entriesWithOwnTypes = ['generators', 'matchers', 'msw', 'schema']

/** Entry points with types that only `graph-call-testkit/tenant` exports. */
const entriesWithTenantTypes = ['capture', 'contracts', 'generators']

/**
 * Bundles the declarations that tsc has written, without those that no entry point uses. ESM and CommonJS share most of them, so a
 * class has one type in both. ESM declarations may import CommonJS ones, but not the other way round.
 */
export async function bundleTypes(emitted: string, entries: readonly PublicEntry[]): Promise<BuiltFile[]> {
  const bundle = await rolldown({
    cwd: emitted,
    input: Object.fromEntries(
      entries.map(({ name, source }) => [name, emitted + source.replace(/^\.\/(.*)\.ts$/, '$1.d.ts')]),
    ),
    external: (id) => !/^[./]/.test(id),
    plugins: [dts({ dtsInput: true, tsconfig: false })],
  })
  const { output } = await bundle.generate({
    format: 'esm',
    entryFileNames: '[name].ts',
    chunkFileNames: 'chunks/[name].ts',
  })
  await bundle.close()
  return output.flatMap((file) => {
    if (file.type !== 'chunk') return []
    const text = withLibrary(withoutIndentation(file.code))
    const name = file.fileName.replace(/\.d\.ts$/, '')
    if (!file.isEntry) return [{ path: `types/${name}.d.ts`, text }]
    if (!entriesWithOwnTypes.includes(name)) {
      return [
        { path: `types/${name}.d.ts`, text: withNames(name, text) },
        { path: `esm/${name}.d.ts`, text: withNames(name, `export * from '../types/${name}.js'\n`) },
      ]
    }
    return splitTypes(name, text).flatMap((part) => [
      { path: `types/${part.name}.d.ts`, text: withNames(part.name, part.text) },
      {
        path: `esm/${part.name}.d.ts`,
        text: withNames(part.name, withSharedTypes(part.name, part.text, name)),
      },
    ])
  })
}

/**
 * Imports the entry points that export the types of others. TypeScript names a type in the declarations of users by an entry point
 * that it has read: without the import, it rejects `export const call = peerToPeerCall()` (TS2742).
 */
function withNames(name: string, text: string): string {
  if (name === 'index' || name.startsWith('chunks/')) return text
  const tenant = entriesWithTenantTypes.includes(name) ? "import './tenant.js'\n" : ''
  return `import './index.js'\n${tenant}${text}`
}

/** Returns the declarations of an entry point for ESM: they have parts of their own, and import the other chunks of `types/`. */
function withSharedTypes(name: string, text: string, entry: string): string {
  const [here, shared] = name.startsWith('chunks/')
    ? ['./', '../../types/chunks/']
    : ['./chunks/', '../types/chunks/']
  return text.replaceAll(/from "(\.\/(?:chunks\/)?)([^"]+)"/g, (whole, directory, file) =>
    directory === here && !new RegExp(`^${entry}-\\d+\\.js$`).test(file) ? `from "${shared}${file}"` : whole,
  )
}

/** Removes indentation and the names of the sources, which cost 4 kB of the tarball. */
function withoutIndentation(code: string): string {
  return code
    .replace(/^ +(?=\*)/gm, ' ')
    .replace(/^ +(?=[^ *])/gm, '')
    .replace(/^\/\/ .*\n/gm, '')
}

/** Adds the library of `Symbol.asyncDispose`: without it, the declarations compile only with `@types/node`. The bundler drops it. */
function withLibrary(code: string): string {
  return code.includes('Symbol.asyncDispose') ? `/// <reference lib="esnext.disposable" />\n${code}` : code
}
