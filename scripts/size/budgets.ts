/** Code of a user, and the maximum size of its bundle in bytes, minified. */
interface BundleBudget {
  readonly code: string
  readonly bytes: number
}

/** Maximum sizes. `npm run size` prints them next to the measured sizes, and test/package/size.test.ts checks them. */
export const budgets: {
  readonly tarball: number
  readonly files: number
  readonly bundles: readonly BundleBudget[]
} = {
  tarball: 520_000,
  files: 540,
  bundles: [
    { code: `export { readCall } from 'graph-call-testkit'`, bytes: 52_000 },
    { code: `export { peerToPeerCall } from 'graph-call-testkit/fixtures'`, bytes: 6_000 },
    { code: `import 'graph-call-testkit'`, bytes: 100 },
    { code: `import 'graph-call-testkit/fixtures'`, bytes: 100 },
    { code: `import 'graph-call-testkit/schema'`, bytes: 100 },
    { code: `import 'graph-call-testkit/tenant'`, bytes: 100 },
  ],
}
