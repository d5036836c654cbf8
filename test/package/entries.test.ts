import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { freshProject } from './project.ts'

const manifest: { exports: Record<string, unknown>; peerDependencies: Record<string, string> } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
)
const entries = Object.keys(manifest.exports)

/** Entry points with the packages that they load. */
const packagesOf: Readonly<Record<string, readonly string[]>> = {
  '.': [],
  './schema': ['zod'],
  './fixtures': [],
  './contracts': ['pure-rand', 're2js', 'zod'],
  './generators': ['fast-check', 'pure-rand'],
  './tenant': ['pure-rand'],
  './msw': ['msw'],
  './matchers': [],
  './export': ['zod'],
  './capture': ['@humanwhocodes/momoa'],
  './explain': [],
  './metadata': ['@rgrove/parse-xml'],
}

test('every entry point is tested', () => {
  expect(Object.keys(packagesOf)).toEqual(entries.filter((entry) => !entry.endsWith('.json')))
})

describe.each(Object.entries(packagesOf))('%s', (entry, packages) => {
  const name = JSON.stringify(`graph-call-testkit${entry.slice(1)}`)

  test('has the same exports for import and require, with only its own packages installed', async () => {
    const project = await freshProject()
    await project.unpack(packages)
    const imported = await project.esm(`console.log(Object.keys(await import(${name})).sort().join())`)
    const required = await project.commonjs(`console.log(Object.keys(require(${name})).sort().join())`)
    expect(required.trim()).not.toBe('')
    expect(imported).toBe(required)
  })

  test.each(packages)('fails with an error that names %s if it is missing', async (missing) => {
    const project = await freshProject()
    await project.unpack(packages.filter((installed) => installed !== missing))
    const isPeer = missing in manifest.peerDependencies
    const message = isPeer ? `Install it: npm install --save-dev ${missing}` : missing
    await expect(project.esm(`await import(${name})`)).rejects.toThrow(message)
    await expect(project.commonjs(`require(${name})`)).rejects.toThrow(message)
  })
})

describe.each(entries.filter((entry) => entry.includes('*')))('%s', (entry) => {
  const [directory] = entry.slice(2).split('*')

  test('has the same bodies for import and require', async () => {
    const project = await freshProject()
    await project.unpack([])
    const names = (
      await project.esm(`
      import { readdirSync } from 'node:fs'
      console.log(readdirSync('node_modules/graph-call-testkit/${directory}').join())
    `)
    ).trim()
    expect(names.split(',').length).toBeGreaterThan(0)
    const imported = await project.esm(`
      const bodies = []
      for (const name of '${names}'.split(',')) {
        bodies.push((await import('graph-call-testkit/${directory}' + name, { with: { type: 'json' } })).default)
      }
      console.log(JSON.stringify(bodies))
    `)
    const required = await project.commonjs(`
      const bodies = '${names}'.split(',').map((name) => require('graph-call-testkit/${directory}' + name))
      console.log(JSON.stringify(bodies))
    `)
    expect(withoutWarnings(imported)).toBe(required)
  })
})

test('npm installs only the expected dependencies and runs no scripts', async () => {
  const project = await freshProject()
  await project.install()
  const lock = await project.readJson('package-lock.json')
  expect(lock).toMatchObject({ packages: expect.anything() })
  const packages = Object.entries(Object(lock).packages).filter(([path]) => path !== '')
  const names = [
    '@humanwhocodes/momoa',
    '@rgrove/parse-xml',
    'commander',
    'graph-call-testkit',
    'pure-rand',
    're2js',
    'zod',
  ]
  expect(packages.map(([path]) => path)).toEqual(names.map((name) => `node_modules/${name}`))
  expect(JSON.stringify(packages)).not.toContain('hasInstallScript')
  expect(
    await project.esm(`
    import { readCall } from 'graph-call-testkit'
    import { groupCall } from 'graph-call-testkit/fixtures'
    console.log(readCall(groupCall()).state)
  `),
  ).toBe('established\n')
})

/** Removes the warnings that Node 20 and 22 print about JSON modules. */
function withoutWarnings(output: string): string {
  return output
    .split('\n')
    .filter((line) => !/ExperimentalWarning|--trace-warnings/.test(line))
    .join('\n')
}
