import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { openApi } from 'graph-call-testkit/export'
import { fixtures } from 'graph-call-testkit/fixtures'
import { anyCall, anyCallError } from 'graph-call-testkit/generators'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { actions } from '../../src/model/actions/index.ts'
import { propertiesOf } from '../../src/model/index.ts'
import { committedPact, interactionIn, temporaryFolder } from '../contracts/committed.ts'
import { deep, runs } from '../runs.ts'

/** Compiles the schemas of version 3.1, which are JSON Schema 2020-12. */
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).addSchema({
  $id: 'openapi',
  ...openApi({ version: '3.1' }),
})
const isValid = (schema: 'call' | 'callError', body: unknown) => {
  const validate = ajv.getSchema(`openapi#/components/schemas/${schema}`)
  if (!validate) throw new Error(`The document does not have the schema ${schema}.`)
  validate(body)
  return validate.errors ?? []
}

describe.each(['3.0', '3.1'] as const)('openApi, version %s', (version) => {
  test('has only references that resolve', () => {
    const document = openApi({ version })
    const references = JSON.stringify(document).match(/"\$ref":"[^"]+"/g) ?? []
    expect(references.length).toBeGreaterThan(50)
    for (const reference of new Set(references)) {
      const [, ...keys] = reference.slice('"$ref":"'.length, -1).split('/')
      const target = keys.reduce<unknown>((node, key) => Object(node)[key], document)
      expect(target, reference).toBeTypeOf('object')
    }
  })

  test('has a unique id for each operation', () => {
    const ids = JSON.stringify(openApi({ version })).match(/"operationId":"\w+"/g) ?? []
    const count = actions.reduce((sum, { betaOnly }) => sum + (betaOnly ? 2 : 4), 0)
    expect(ids).toHaveLength(count)
    expect(new Set(ids).size).toBe(count)
  })
})

test('version 3.0 has no nullable enum, to which tools would add a second null', () => {
  const nullableEnums: unknown[] = []
  JSON.stringify(openApi({ version: '3.0' }), (_key, value: unknown) => {
    if (Object(value).nullable === true && 'enum' in Object(value)) nullableEnums.push(value)
    return value
  })
  expect(nullableEnums).toEqual([])
})

test('openApi rejects an unknown version', () => {
  expect(() => openApi({ version: JSON.parse('"2.0"') })).toThrow(
    "Invalid version: \"2.0\". Expected '3.0' or '3.1'.",
  )
})

describe('the schemas', () => {
  test('accept every fixture', () => {
    for (const { name, status, body } of Object.values(fixtures)) {
      expect(isValid(status === 200 ? 'call' : 'callError', body), name).toEqual([])
    }
  })

  test('accept generated calls and errors', () => {
    const options = { numRuns: runs(100, 5_000) }
    fc.assert(
      fc.property(anyCall(), (call) => {
        expect(isValid('call', call)).toEqual([])
      }),
      options,
    )
    fc.assert(
      fc.property(anyCallError(), ({ body }) => {
        expect(isValid('callError', body)).toEqual([])
      }),
      options,
    )
  })

  test.each(Object.entries(propertiesOf('call')).filter(([, { type }]) => type.kind !== 'any'))(
    'reject a wrong type of %s',
    (key, { type }) => {
      const wrong = type.kind === 'object' || type.kind === 'collection' ? 'text' : {}
      expect(isValid('call', { id: '1', [key]: wrong })).not.toEqual([])
    },
  )

  test('reject an unknown enum member, and an error without a code', () => {
    expect(isValid('call', { state: 'ringing' })).not.toEqual([])
    expect(isValid('callError', { error: { message: 'x' } })).not.toEqual([])
  })
})

describe('the paths', () => {
  const call = fixtures['peer-to-peer'].body
  const paths = Object.entries(openApi().paths).flatMap(([path, item]) =>
    Object.entries(Object(item))
      .filter(([method]) => method !== 'parameters')
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )

  test.each(paths)('$method $path exists in the tenant', async ({ path, method, operation }) => {
    const tenant = createTenant({ calls: [call] })
    const url = `https://graph.microsoft.com${path.replace('{id}', call.id).replace(/\{\w+\}/g, 'x')}`
    const headers = { Authorization: 'Bearer an-invented-token', 'Content-Type': 'application/json' }
    const init = method === 'POST' || method === 'PATCH' ? { body: '{}' } : {}
    const response = await tenant.fetch(new Request(url, { method, headers, ...init }))
    expect(Object.keys(Object(operation).responses)).toContain(String(response.status))
    const { error }: { error?: { message?: string } } = await response.json().catch(() => ({}))
    expect(error?.message ?? '').not.toMatch(/segment|method/i)
  })

  test('are those of every action that the tenant can do, in both versions', () => {
    const described = new Set(paths.map(({ method, path }) => `${method} ${path}`))
    const expected = actions.flatMap(({ method, path, betaOnly }) =>
      (betaOnly ? ['/beta'] : ['/v1.0', '/beta']).flatMap((version) =>
        ['/communications', '/app'].map((root) => `${method} ${version}${root}${path}`),
      ),
    )
    expect([...described].sort()).toEqual(expected.sort())
  })

  test('declare every error status of the fixtures', () => {
    const statuses = Object.values(fixtures).flatMap(({ status }) => (status === 200 ? [] : [String(status)]))
    const declared = Object.keys(Object(paths.find(({ method }) => method === 'GET')?.operation).responses)
    expect(declared).toEqual(expect.arrayContaining([...new Set(statuses), '406', '502']))
  })

  test('have the version in the path, and no ranges of status codes', () => {
    for (const { path, operation } of paths) {
      expect(path).toMatch(/^\/(v1\.0|beta)\//)
      for (const status of Object.keys(Object(operation).responses)) expect(status).toMatch(/^\d{3}$/)
    }
    expect(JSON.stringify(openApi().components.schemas)).not.toContain('"allOf"')
  })
})

/** Returns the document. In the quick tests, only with the paths that pacts use: swagger-mock-validator needs a minute for all. */
function documentToCompare() {
  const document = openApi()
  const paths = Object.entries(document.paths).filter(
    ([path]) => deep || /\/v1\.0\/.*\/calls\/\{id\}$/.test(path),
  )
  return { ...document, paths: Object.fromEntries(paths) }
}

/** Module that lets swagger-mock-validator run on Node 23 and later. */
const utilOfNode22 = fileURLToPath(new URL('util-of-node-22.cjs', import.meta.url))

/** Runs the command of a package that compares pacts with an OpenAPI document. Returns the codes of its findings. Throws if the command did not print its summary. */
async function compare({ name, command, summary }: Tool, pact: unknown): Promise<string[]> {
  const folder = await temporaryFolder()
  const files = [join(folder, 'openapi.json'), join(folder, 'pact.json')] as const
  await writeFile(files[0], JSON.stringify(documentToCompare()))
  await writeFile(files[1], JSON.stringify(pact))
  const entry = createRequire(import.meta.url).resolve(name)
  const ended = await new Promise<{ error: Error | null; stdout: string; stderr: string }>((resolve) => {
    const run = ['--require', utilOfNode22, join(dirname(entry), command), ...files]
    execFile(process.execPath, run, (error, stdout, stderr) => resolve({ error, stdout, stderr }))
  })
  if (!summary.test(ended.stdout)) {
    throw new Error(`${name} did not print its summary. It ended like this: ${inspect(ended)}`)
  }
  return [
    ...new Set([...ended.stdout.matchAll(/"?code"?: ?['"]([\w.-]+)['"]/g)].map(([, code = '']) => code)),
  ]
}

/** Converts a pact to version 3, because swagger-mock-validator does not read version 4. */
function asVersion3({ interactions, ...pact }: ReturnType<typeof committedPact>): unknown {
  const message = ({
    headers = {},
    body,
    ...rest
  }: (typeof interactions)[number]['response' | 'request']) => ({
    ...rest,
    headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, [value].flat().join()])),
    ...(body && { body: body.content }),
    matchingRules: undefined,
    generators: undefined,
  })
  return {
    ...pact,
    interactions: interactions.map(({ description, request, response }) => ({
      description,
      request: message(request),
      response: message(response),
    })),
    metadata: { pactSpecification: { version: '3.0.0' } },
  }
}

interface Tool {
  readonly name: string
  readonly command: string
  /** Pattern in the output of each run that ended. */
  readonly summary: RegExp
  readonly convert: (pact: ReturnType<typeof committedPact>) => unknown
}

const tools: Tool[] = [
  {
    name: '@pactflow/openapi-pact-comparator',
    command: 'cli.cjs',
    summary: /^\[.*\]$/m,
    convert: (pact) => pact,
  },
  {
    name: 'swagger-mock-validator',
    command: '../bin/swagger-mock-validator',
    summary: /^\d+ error\(s\)$/m,
    convert: asVersion3,
  },
]

describe.each(tools)('$name', (tool) => {
  test('finds nothing in the pact of the reference bot', { timeout: 300_000 }, async () => {
    expect(await compare(tool, tool.convert(committedPact()))).toEqual([])
  })

  test('finds an unknown path, an unknown status and a wrong type', { timeout: 300_000 }, async () => {
    const pact = committedPact()
    interactionIn(pact, 'peer-to-peer').request.path = '/v1.0/communications/call/x'
    interactionIn(pact, 'call-not-found').response.status = 418
    interactionIn(pact, 'group').response.body = { content: { state: 5 } }
    expect((await compare(tool, tool.convert(pact))).sort()).toEqual([
      'request.path-or-method.unknown',
      'response.body.incompatible',
      'response.status.unknown',
    ])
  })
})
