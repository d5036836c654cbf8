import { rolldown } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'
import type { BuiltFile, PublicEntry } from './public-entries.ts'

/**
 * Entry points that users combine with the types of another package, such as an arbitrary with fast-check's. ESM declarations have to
 * import the ESM types of that package, because TypeScript tells its two copies of a class apart.
 */
const entriesWithOwnTypes = ['generators', 'matchers', 'msw', 'schema']

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
  const files = output.flatMap((file) =>
    file.type === 'chunk'
      ? [
          {
            name: file.fileName,
            entry: file.name,
            isEntry: file.isEntry,
            text: withoutIndentation(file.code),
          },
        ]
      : [],
  )
  return [
    ...files.map(({ name, text }) => ({ path: `types/${name}`, text })),
    ...files
      .filter(({ isEntry }) => isEntry)
      .map(({ name, entry, text }) => ({
        path: `esm/${name}`,
        text: entriesWithOwnTypes.includes(entry)
          ? text.replaceAll(/from "\.\/(?=chunks\/)/g, 'from "../types/')
          : `export * from '../types/${entry}.js'\n`,
      })),
  ]
}

/** Removes indentation and the names of the sources, which cost 4 kB of the tarball. */
function withoutIndentation(code: string): string {
  return code
    .replace(/^ +(?=\*)/gm, ' ')
    .replace(/^ +(?=[^ *])/gm, '')
    .replace(/^\/\/ .*\n/gm, '')
}
