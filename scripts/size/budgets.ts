/** Code of a user, and the maximum size of its bundle in bytes, minified. */
interface BundleBudget {
  readonly code: string
  readonly bytes: number
}

/** Entry point, and the maximum size and number of the modules of this package that importing it loads. */
interface LoadBudget {
  readonly entry: string
  readonly bytes: number
  readonly modules: number
}

/** Maximum sizes. `npm run size` prints them next to the measured sizes, and test/package/size.test.ts checks them. */
export const budgets: {
  readonly tarball: number
  readonly files: number
  readonly bundles: readonly BundleBudget[]
  readonly loads: readonly LoadBudget[]
} = {
  tarball: 570_000,
  files: 450,
  bundles: [
    { code: `export { readCall } from 'graph-call-testkit'`, bytes: 52_000 },
    { code: `export { peerToPeerCall } from 'graph-call-testkit/fixtures'`, bytes: 6_000 },
    { code: `import 'graph-call-testkit'`, bytes: 100 },
    { code: `import 'graph-call-testkit/fixtures'`, bytes: 100 },
    { code: `import 'graph-call-testkit/schema'`, bytes: 100 },
    { code: `import 'graph-call-testkit/tenant'`, bytes: 100 },
  ],
  // Node takes about half a millisecond for each module.
  loads: [
    { entry: 'index', bytes: 445_000, modules: 18 },
    { entry: 'fixtures', bytes: 250_000, modules: 8 },
    { entry: 'generators', bytes: 192_000, modules: 16 },
    { entry: 'tenant', bytes: 615_000, modules: 28 },
  ],
}
