import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Returns the sizes of the modules in `dist/esm` that importing an entry point loads, by path. */
export function loadedModules(packageDirectory: string, entry: string): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  const load = (path: string) => {
    if (sizes.has(path)) return
    const code = readFileSync(path)
    sizes.set(path, code.length)
    for (const [, specifier = ''] of code.toString().matchAll(/(?:from|import)\s?"(\.[^"]+)"/g)) {
      load(join(dirname(path), specifier))
    }
  }
  load(join(packageDirectory, `dist/esm/${entry}.js`))
  return sizes
}
