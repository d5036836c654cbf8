import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { outsideProjectWarning } from '../../contracts/define/project-directory.ts'
import { define } from './define.ts'

/** Creates a project, and returns the warning for a `dir` that is relative to a file in it. */
async function project(files: readonly string[] = ['package.json']) {
  const root = join(await realpath(await mkdtemp(join(tmpdir(), 'graph-call-testkit-test-'))), 'bot')
  onTestFinished(() => rm(join(root, '..'), { recursive: true, force: true }))
  for (const file of files) {
    await mkdir(join(root, file, '..'), { recursive: true })
    await writeFile(join(root, file), '{}')
  }
  const warning = (file: string, dir: string) => {
    const path = join(root, file)
    return outsideProjectWarning(fileURLToPath(new URL(dir, pathToFileURL(path))), path)
  }
  return { root, warning }
}

test('a directory outside the project is a warning that says where the file belongs', async () => {
  const { root, warning } = await project()
  expect(warning('contract.test.ts', '../pacts/')).toBe(
    `The pact will be written to ${join(root, '../pacts/')}, which is outside the project ${root}. Move ${join(root, 'contract.test.ts')} to a directory such as ${join(root, 'test')}, or change dir: new URL('../pacts/', import.meta.url) is relative to the file.`,
  )
  expect(warning('test/contract.test.ts', '../../pacts/')).toMatch(/outside the project/)
  expect(warning('test/contract.test.ts', '../../bot-pacts/')).toMatch(/outside the project/)
})

test.each([
  ['test/contract.test.ts', '../pacts/'],
  ['contract.test.ts', './pacts/'],
  ['contract.test.ts', './'],
  ['contract.test.ts', './..pacts/'],
])('the directory %s + %s is in the project', async (file, dir) => {
  const { warning } = await project()
  expect(warning(file, dir)).toBeUndefined()
})

test('a directory of a workspace with several packages is in the project', async () => {
  const { warning } = await project(['package.json', 'packages/a/package.json'])
  expect(warning('packages/a/test/contract.test.ts', '../../../pacts/')).toBeUndefined()
  expect(warning('packages/a/test/contract.test.ts', '../../../../pacts/')).toMatch(/packages\/a\. Move/)
})

test('the project of a file without a known path is that of the working directory', () => {
  expect(outsideProjectWarning(join(process.cwd(), 'pacts'), '')).toBeUndefined()
  expect(outsideProjectWarning(join(process.cwd(), '../pacts'), '')).toMatch(
    /Move the file with the definition to /,
  )
})

test('a definition warns', () => {
  const warnings: string[] = []
  const dir = new URL('../../../pacts-of-nobody/', import.meta.url)
  define(dir, ['group'], { warn: (message) => warnings.push(message) })
  expect(warnings).toEqual([expect.stringContaining(`written to ${fileURLToPath(dir)}, which is outside`)])
})
