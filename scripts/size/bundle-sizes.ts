import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { rolldown } from 'rolldown'

/** Bundlers by name. Each returns the size of some code with the package, minified, in bytes. */
export const bundlers: Readonly<Record<string, (directory: string, code: string) => Promise<number>>> = {
  esbuild: async (directory, code) => {
    const { outputFiles } = await build({
      absWorkingDir: directory,
      stdin: { contents: code, resolveDir: directory },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'browser',
    })
    return outputFiles.reduce((sum, { contents }) => sum + contents.length, 0)
  },
  rolldown: async (directory, code) => {
    const input = join(directory, 'entry.mjs')
    await writeFile(input, code)
    const bundle = await rolldown({ cwd: directory, input, platform: 'browser' })
    const { output } = await bundle.generate({ format: 'esm', minify: true })
    await bundle.close()
    return output.reduce((sum, file) => sum + (file.type === 'chunk' ? Buffer.byteLength(file.code) : 0), 0)
  },
}
