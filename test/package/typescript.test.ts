import { expect, test } from 'vitest'
import { freshProject } from './project.ts'

const program = `
import { readCall, type Call, type ReceivedCall } from 'graph-call-testkit'
import { callSchema } from 'graph-call-testkit/schema'
import { fixture, fixtureResponse, fixtures, groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, graphFetch, type Tenant } from 'graph-call-testkit/tenant'

const call: Call = groupCall({ state: 'terminated' })
const received: ReceivedCall = readCall(JSON.parse(JSON.stringify(call)))
const parsed: ReceivedCall = callSchema.parse(received)
const organizer: string | null | undefined = fixture('group').meetingInfo.organizer.user.id
const status: number = fixtureResponse('throttled').status + fixtures['call-not-found'].status
const tenant: Tenant = createTenant({ calls: [call, fixtures.group.body] })
const url: Promise<string> = tenant.listen().then((server) => server.url)
const send: typeof fetch = graphFetch(tenant)
// @ts-expect-error not a property of a call
groupCall({ subjct: '' })
export const all = [parsed.state, organizer, status, url, send]
`
const common = ['--noEmit', '--strict', '--target', 'es2022', '--types', 'node']
const nodeNext = ['--module', 'nodenext', '--moduleResolution', 'nodenext']
const exact = ['--exactOptionalPropertyTypes', 'true']
const bundler = ['--module', 'esnext', '--moduleResolution', 'bundler']

/**
 * Without `skipLibCheck`, so that tsc checks the declarations of the package, too. TypeScript 7 with `exactOptionalPropertyTypes`, and
 * version 6 without. `npm run test:consumers` has older compilers.
 */
test.each([
  ['typescript', 'ESM', 'main.mts', [...nodeNext, ...exact]],
  ['typescript', 'CommonJS', 'main.cts', [...nodeNext, ...exact]],
  ['typescript', 'a bundler', 'main.ts', [...bundler, ...exact]],
  ['typescript-6', 'ESM', 'main.mts', nodeNext],
  ['typescript-6', 'CommonJS', 'main.cts', nodeNext],
  ['typescript-6', 'a bundler', 'main.ts', bundler],
] as const)(
  '%s compiles against the types of the package from %s',
  async (compiler, _name, file, options) => {
    const project = await freshProject({ [file]: program })
    await project.unpack(['zod', '@types/node', 'undici-types'])
    expect(await project.compile(compiler, [...common, ...options, file])).toBe('')
  },
)

test.each(['typescript', 'typescript-6'] as const)(
  '%s compiles the types without those of Node',
  async (compiler) => {
    const code = `import type { Tenant } from 'graph-call-testkit/tenant'
export const closes = (tenant: Tenant) => typeof tenant`
    const project = await freshProject({ 'main.mts': code })
    await project.unpack(['zod'])
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', ...nodeNext]
    expect(await project.compile(compiler, [...options, 'main.mts'])).toBe('')
  },
)

test('the matchers compile without a test runner', async () => {
  const code = `import { callMatchers, type CallMatchers } from 'graph-call-testkit/matchers'
export const names: (keyof CallMatchers)[] = ['toBeCall']
export const { pass } = callMatchers.toBeCall({})`
  const project = await freshProject({ 'main.mts': code })
  await project.unpack(['@types/node', 'undici-types'])
  expect(await project.compile('typescript', [...common, ...nodeNext, 'main.mts'])).toBe('')
})
