import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { expect, inject, test } from 'vitest'
import { freshProject } from './project.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('publint reports no problems', async () => {
  const { messages } = await publint({ pkgDir: root, strict: true })
  // Node and bundlers read `imports` of the nearest package.json. entries.test.ts loads the entry points that use it.
  const isImportsOfFormat = ({ code, args }: (typeof messages)[number]) =>
    code === 'NESTED_PACKAGE_JSON_FIELD_IGNORED' && args.field === 'imports'
  expect(messages.filter((message) => !isImportsOfFormat(message))).toEqual([])
})

test('types are correct for ESM and CommonJS', async () => {
  const project = await freshProject()
  const attw = `${root}/node_modules/@arethetypeswrong/cli/dist/index.js`
  // The strictest profile has every way to resolve an entry point, including node10. The command exits with 1 if it finds a problem.
  await project.run(process.execPath, [attw, inject('tarball'), '--profile', 'strict'])
})
