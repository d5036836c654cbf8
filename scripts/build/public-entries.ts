import { isDeepStrictEqual } from 'node:util'

/** Entry point of the package. */
export interface PublicEntry {
  /** Name of its files in `dist/`, for example `tenant`. */
  readonly name: string
  /** Path of its source, for example `./src/tenant/index.ts`. */
  readonly source: string
}

/** File of `dist/`. */
export interface BuiltFile {
  readonly path: string
  readonly text: string
}

/**
 * Returns the entry points in the `exports` of package.json, without files such as `./fixtures/calls/*.json`.
 *
 * @throws Error if an entry point does not lead to the files that the build writes
 */
export function publicEntries(exports: Readonly<Record<string, unknown>>): PublicEntry[] {
  return Object.entries(exports).flatMap(([key, targets]) => {
    if (typeof targets === 'string') return []
    const name = key === '.' ? 'index' : key.slice('./'.length)
    const source = String(Object(targets)['graph-call-testkit-source'])
    const expected = targetsOf(name, source)
    if (!isDeepStrictEqual(targets, expected)) {
      throw new Error(
        `Invalid exports of ${key} in package.json. Expected: ${JSON.stringify(expected, null, 2)}`,
      )
    }
    return [{ name, source }]
  })
}

function targetsOf(name: string, source: string) {
  return {
    'graph-call-testkit-source': source,
    import: { types: `./dist/esm/${name}.d.ts`, default: `./dist/esm/${name}.js` },
    require: { types: `./dist/types/${name}.d.ts`, default: `./dist/cjs/${name}.js` },
  }
}
