import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { peers } from '../../scripts/build/peers.ts'
import { freshProject, sharedProject } from './project.ts'

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
    const message = missing in peers ? `Install it: npm install --save-dev ${missing}` : missing
    await expect(project.esm(`await import(${name})`)).rejects.toThrow(message)
    await expect(project.commonjs(`require(${name})`)).rejects.toThrow(message)
  })
})

/** Code that needs a peer, in a project that has no peers. */
const uses: Readonly<Record<string, string>> = {
  '@pact-foundation/pact': `
    import { defineCallContract } from 'graph-call-testkit/contracts'
    const contract = defineCallContract({ consumer: 'a-bot', dir: 'pacts', reads: ['state'], interactions: ['group'] })
    await contract.interactions[0].run(() => {})`,
  '@pact-foundation/pact-cli': `
    import { publishPacts } from 'graph-call-testkit/contracts'
    await publishPacts(['pact.json'], { broker: 'http://127.0.0.1:9', version: '1', branch: 'main' })`,
  '@pactflow/openapi-pact-comparator': `
    import { verifyPacts } from 'graph-call-testkit/contracts'
    await verifyPacts(['pact.json'], { openapi: 'openapi.json' })`,
  'fast-check': `import 'graph-call-testkit/generators'`,
  msw: `import 'graph-call-testkit/msw'`,
  selfsigned: `
    import { createTenant } from 'graph-call-testkit/tenant'
    await createTenant().listen({ tls: 'self-signed' })`,
}

describe('without peer dependencies', () => {
  const project = sharedProject({
    'pact.json': readFileSync(
      new URL(
        '../../contracts/pacts/graph-call-testkit-reference-bot-microsoft-graph-calls.json',
        import.meta.url,
      ),
      'utf8',
    ),
    'openapi.json': JSON.stringify({ openapi: '3.0.3', info: { title: 'a', version: '1' }, paths: {} }),
  })

  test('every peer dependency is tested', () => {
    expect(Object.keys(uses)).toEqual(Object.keys(manifest.peerDependencies))
  })

  test.each(Object.entries(uses))('an error names the command that installs %s', async (name, code) => {
    const command = `Install it: npm install --save-dev ${name}`
    await expect(project().esm(code)).rejects.toThrow(command)
    await expect(project().commonjs(withRequire(code))).rejects.toThrow(command)
  })
})

test.each(Object.entries(peers))('an error names the command that updates %s', async (name, needing) => {
  const entry = needing === 'graph-call-testkit' ? `${needing}/schema` : needing
  const project = await freshProject({
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '0.1.0', main: 'index.js' }),
    [`node_modules/${name}/index.js`]: 'exports.old = true',
  })
  // Keeps the old package, which is there already.
  await project.unpack(Object.values(packagesOf).flat())
  const command = `but an older version is installed. Update it: npm install --save-dev ${name}@latest`
  await expect(project.esm(`import '${entry}'`)).rejects.toThrow(command)
  await expect(project.commonjs(`require('${entry}')`)).rejects.toThrow(command)
})

/** Returns ESM code as CommonJS. */
function withRequire(code: string): string {
  const required = code
    .replace(/import (\{.*\}) from ('.*')/g, 'const $1 = require($2)')
    .replace(/import ('.*')/g, 'require($1)')
  return `(async () => {${required}\n})().catch((error) => { console.error(error); process.exit(1) })`
}

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
