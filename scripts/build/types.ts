import { rolldown } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'
import type { BuiltFile, PublicEntry } from './public-entries.ts'

/**
 * Bundles the declarations that tsc has written, without those that no entry point uses. ESM and CommonJS share them, so a
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
  return [
    ...output.flatMap((file) =>
      file.type === 'chunk' ? [{ path: `types/${file.fileName}`, text: withoutIndentation(file.code) }] : [],
    ),
    ...entries.map(({ name }) => ({
      path: `esm/${name}.d.ts`,
      text: `export * from '../types/${name}.js'\n`,
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
