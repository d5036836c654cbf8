import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, inject, test } from 'vitest'
import { type Block, blocksOf } from './markdown.ts'
import { freshProject } from './project.ts'

const root = new URL('../../', import.meta.url)
const blocksIn = (page: string) => blocksOf(new URL(page, root))
const typescriptIn = (page: string) => blocksIn(page).filter(({ language }) => language === 'ts')

const guides = readdirSync(new URL('docs', root)).filter((file) => file.endsWith('.md'))
const pages = ['README.md', ...guides.map((guide) => `docs/${guide}`)]

/** What a page, or else the README, tells a new user to type: the words after `npm`. */
const installationOf = (page: string) =>
  [...blocksIn(page), ...blocksIn('README.md')]
    .filter(({ code }) => code.startsWith('npm install --save-dev graph-call-testkit'))
    .map(({ code }) => code.trim().split(/\s+/).slice(1))
    .at(0)

/** What a page tells its readers to install beside that. */
const alsoFor = (page: string) =>
  blocksIn(page).flatMap(
    ({ code }) => /^npm install --save-dev (?!graph-call-testkit)(.+)/.exec(code)?.[1]?.split(/\s+/) ?? [],
  )

/** The majors that this repository has of what the blocks use beside that: a test runner, a compiler, Node's types. */
const manifest: { devDependencies: Record<string, string> } = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
)
const tools = ['@types/node', 'tsx', 'typescript', 'vitest'].map(
  (name) => `${name}@${manifest.devDependencies[name]}`,
)

test('the README has blocks to try', () => {
  expect(typescriptIn('README.md').length).toBeGreaterThan(3)
})

describe.each(pages.filter((page) => typescriptIn(page).length > 0))('%s', (page) => {
  test('every block of TypeScript compiles and runs in a new project', async () => {
    const blocks = typescriptIn(page)
    // This very package in place of the published one.
    const arguments_ = installationOf(page)?.map((word) =>
      word === 'graph-call-testkit' ? inject('tarball') : word,
    )
    expect(arguments_).toContain(inject('tarball'))
    const project = await freshProject(Object.fromEntries(blocks.map(fileOf)))
    const words = [...(arguments_ ?? []), ...alsoFor(page), ...tools]
    await project.run('npm', [...words, '--prefer-offline', '--no-audit', '--no-fund'])

    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--skipLibCheck']
    const files = blocks.map((block) => fileOf(block)[0])
    expect(await project.run('npx', ['tsc', ...options, '--types', 'node', ...files])).toBe('')

    const printed = await project.run('npx', ['vitest', 'run', '--reporter=json', 'vitest/'])
    const { numPassedTests } = JSON.parse(printed.slice(printed.indexOf('{')))
    expect(numPassedTests).toBeGreaterThan(0)
    const forNode = files.filter((file) => file.startsWith('node/'))
    if (forNode.length > 0) await project.run('node', ['--import', 'tsx', '--test', ...forNode])
  })
})

/** A block that tests stands for itself, under the runner that it imports; another one is run by a test. */
function fileOf({ code, line }: Block): [file: string, text: string] {
  if (/from 'vitest'/.test(code)) return [`vitest/line-${line}.test.ts`, code]
  if (/from 'node:test'/.test(code)) return [`node/line-${line}.test.ts`, code]
  return [
    `vitest/line-${line}.test.ts`,
    `${code}\nimport { test as ran } from 'vitest'\nran('line ${line}', () => {})\n`,
  ]
}
