import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, inject, test } from 'vitest'
import { type Block, blocksOf } from './markdown.ts'
import { freshProject } from './project.ts'

const root = new URL('../../', import.meta.url)
const blocksIn = (page: string) => blocksOf(new URL(page, root))
const typescriptIn = (page: string) => blocksIn(page).filter(({ language }) => language === 'ts')

const guides = readdirSync(new URL('docs', root)).filter((file) => file.endsWith('.md'))
const pages = ['README.md', ...guides.map((guide) => `docs/${guide}`)]

/** Arguments of the `npm install` commands of the README and of a page. */
const installationOf = (page: string) =>
  [...blocksIn('README.md'), ...blocksIn(page)]
    .filter(({ code }) => code.startsWith('npm install --save-dev graph-call-testkit'))
    .flatMap(({ code }) => code.trim().split(/\s+/).slice(1))

/** Other packages that a page, or the README, tells its readers to install. */
const otherPackagesOf = (page: string) =>
  [...blocksIn('README.md'), ...blocksIn(page)].flatMap(
    ({ code }) => /^npm install --save-dev (?!graph-call-testkit)(.+)/.exec(code)?.[1]?.split(/\s+/) ?? [],
  )

const manifest: { devDependencies: Record<string, string> } = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
)
/** Adds the version that this repository uses: newer ones may need a newer Node. */
const withVersion = (name: string) => {
  const version = manifest.devDependencies[name]
  return version === undefined ? name : `${name}@${version}`
}

/** Node runs blocks for `node:test` with tsx, which is not for readers. */
const runnersOf = (page: string) =>
  typescriptIn(page).some(({ code }) => code.includes("from 'node:test'")) ? [withVersion('tsx')] : []

/** Pact for pages that verify pacts. `npm run contract` writes it. */
const pact = 'graph-call-testkit-reference-bot-microsoft-graph-calls.json'
const pactsFor = (page: string) =>
  typescriptIn(page).some(({ code }) => code.includes("verifyPacts(['pacts']"))
    ? { [`pacts/${pact}`]: readFileSync(new URL(`contracts/pacts/${pact}`, root), 'utf8') }
    : {}

test('the README has code blocks', () => {
  expect(typescriptIn('README.md').length).toBeGreaterThan(3)
})

describe.each(pages.filter((page) => typescriptIn(page).length > 0))('%s', (page) => {
  test('every TypeScript block compiles and runs in a new project', async () => {
    const blocks = typescriptIn(page)
    // The packed package instead of the published one.
    const arguments_ = installationOf(page).map((word) =>
      word === 'graph-call-testkit' ? inject('tarball') : withVersion(word),
    )
    expect(arguments_).toContain(inject('tarball'))
    const project = await freshProject({ ...Object.fromEntries(blocks.map(fileOf)), ...pactsFor(page) })
    const npmArguments = [...new Set([...arguments_, ...otherPackagesOf(page), ...runnersOf(page)])]
    await project.run('npm', [...npmArguments, '--prefer-offline', '--no-audit', '--no-fund'])

    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--skipLibCheck']
    const files = blocks.map((block) => fileOf(block)[0])
    expect(await project.run('npx', ['tsc', ...options, '--types', 'node', ...files])).toBe('')

    const output = await project.run('npx', ['vitest', 'run', '--reporter=json', 'vitest/'])
    const { numPassedTests } = JSON.parse(output.slice(output.indexOf('{')))
    expect(numPassedTests).toBeGreaterThan(0)
    const forNode = files.filter((file) => file.startsWith('node/'))
    if (forNode.length > 0) await project.run('node', ['--import', 'tsx', '--test', ...forNode])
  })
})

/** Returns a file for a block. A block without a test runner gets an empty test, so that Vitest runs it. */
function fileOf({ code, line }: Block): [file: string, text: string] {
  if (/from 'vitest'/.test(code)) return [`vitest/line-${line}.test.ts`, code]
  if (/from 'node:test'/.test(code)) return [`node/line-${line}.test.ts`, code]
  return [
    `vitest/line-${line}.test.ts`,
    `${code}\nimport { test as runs } from 'vitest'\nruns('line ${line}', () => {})\n`,
  ]
}

test('links of the README lead to files of the repository', () => {
  const text = readFileSync(new URL('README.md', root), 'utf8')
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  const repository = 'https://github.com/graph-call-testkit/graph-call-testkit/'
  // npm shows the page without the repository, so a relative link would lead nowhere.
  expect(links.filter((link) => !link.startsWith('https://'))).toEqual([])
  const paths = links.flatMap(
    (link) => /^(?:blob|tree)\/main\/([^#]+)/.exec(link.split(repository)[1] ?? '')?.[1] ?? [],
  )
  expect(paths.length).toBeGreaterThan(5)
  expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([])
})
