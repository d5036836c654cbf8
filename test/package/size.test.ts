import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { budgets } from '../../scripts/size/budgets.ts'
import { bundlers } from '../../scripts/size/bundle-sizes.ts'
import { loadedModules } from '../../scripts/size/loaded-modules.ts'
import { type PackedPackage, packPackage } from '../../scripts/size/packed-package.ts'

let packed: PackedPackage
beforeAll(() => {
  packed = packPackage()
})
afterAll(() => packed.remove())

test('the tarball is within its budget, and has only what users need', () => {
  expect(packed.bytes).toBeLessThan(budgets.tarball)
  expect(packed.files.length).toBeLessThan(budgets.files)
  const unexpected = packed.files.filter(
    (path) =>
      !/^dist\/.+\.(?:d\.ts|js|json)$|^fixtures\/.+\.json$|^(?:[A-Z]+\.md|LICENSE|package\.json)$/.test(path),
  )
  expect(unexpected).toEqual([])
})

describe.each(budgets.bundles)('$code', ({ code, bytes }) => {
  test.each(Object.keys(bundlers))('a bundle of %s is within its budget', async (name) => {
    expect(await bundlers[name]?.(packed.directory, code)).toBeLessThan(bytes)
  })
})

test.each(budgets.loads)(
  'importing $entry loads modules within their budget',
  ({ entry, bytes, modules }) => {
    const sizes = [...loadedModules(packed.packageDirectory, entry).values()]
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(bytes)
    expect(sizes.length).toBeLessThan(modules)
  },
)

test.each(budgets.loads)('importing $entry does not load the Fetch API of Node', ({ entry }) => {
  const code = `import '${packed.packageDirectory}/dist/esm/${entry}.js'
    console.log(process.moduleLoadList.filter((name) => name.includes('undici')).join())`
  expect(
    execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' }).trim(),
  ).toBe('')
})
