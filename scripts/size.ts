import { budgets } from './size/budgets.ts'
import { bundlers } from './size/bundle-sizes.ts'
import { loadedModules } from './size/loaded-modules.ts'
import { packPackage } from './size/packed-package.ts'

/** `npm run size`: prints the size of the tarball and of bundles, with the budget next to each. */
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const print = (subject: string, value: string, budget: string) =>
  console.log(`${subject.padEnd(70)} ${value.padStart(10)}   budget ${budget.padStart(10)}`)

const packed = packPackage()
try {
  print('tarball', kilobytes(packed.bytes), kilobytes(budgets.tarball))
  print('files in the tarball', String(packed.files.length), String(budgets.files))
  for (const { code, bytes } of budgets.bundles) {
    for (const [name, sizeOf] of Object.entries(bundlers)) {
      print(`${name}: ${code}`, kilobytes(await sizeOf(packed.directory, code)), kilobytes(bytes))
    }
  }
  for (const { entry, bytes, modules } of budgets.loads) {
    const sizes = [...loadedModules(packed.packageDirectory, entry).values()]
    print(`loaded by ${entry}`, kilobytes(sizes.reduce((sum, size) => sum + size, 0)), kilobytes(bytes))
    print(`modules loaded by ${entry}`, String(sizes.length), String(modules))
  }
} finally {
  packed.remove()
}
