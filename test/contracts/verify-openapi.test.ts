import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openApi } from 'graph-call-testkit/export'
import { describe, expect, test } from 'vitest'
import { openApiCheck } from '../../contracts/verify/verify-openapi.ts'
import { committedPact, interactionIn, temporaryFolder } from './committed.ts'

/** Compares a pact with a document. Returns the findings by fixture. */
async function findings(document: unknown, pact = committedPact()) {
  const { interactions } = await (await openApiCheck(await fileOf(JSON.stringify(document))))(pact)
  return Object.fromEntries(
    interactions.map(({ description, findings }) => [/\((.*)\)/.exec(description)?.[1], findings]),
  )
}

async function fileOf(text: string): Promise<string> {
  const file = join(await temporaryFolder(), 'openapi.json')
  await writeFile(file, text)
  return file
}

/** A description in Graph's own style: the version in `servers`, inheritance by allOf, ranges of status codes, no `@odata.type`. */
const graphStyle = (prefix: string) => ({
  openapi: '3.0.4',
  info: { title: 'Graph', version: 'v1.0' },
  servers: [{ url: 'https://graph.microsoft.com/v1.0' }],
  paths: {
    [`${prefix}/communications/calls/{call-id}`]: {
      get: {
        parameters: [{ name: 'call-id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          '2XX': {
            description: 'Retrieved entity',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/call' } } },
          },
          default: { description: 'Error' },
        },
      },
    },
  },
  components: {
    schemas: {
      entity: { type: 'object', properties: { id: { type: 'string' } } },
      call: {
        allOf: [
          { $ref: '#/components/schemas/entity' },
          {
            type: 'object',
            properties: {
              state: { type: 'string' },
              mediaConfig: { type: 'object', properties: { blob: { type: 'string' } } },
            },
          },
        ],
      },
    },
  },
})

describe('openApiCheck', () => {
  test('finds no difference from the document of this package', async () => {
    const found = await findings(openApi())
    expect(Object.keys(found)).toHaveLength(committedPact().interactions.length)
    expect(Object.values(found).flat()).toEqual([])
  })

  test('reports an unknown property, a wrong type and an unknown status with their paths', async () => {
    const pact = committedPact()
    interactionIn(pact, 'group').response.body = { content: { state: 'ringing', source: { region: 5 } } }
    interactionIn(pact, 'peer-to-peer').response.body = { content: { source: { identity: { users: {} } } } }
    interactionIn(pact, 'call-not-found').response.status = 418
    const found = await findings(openApi(), pact)
    expect(found.group).toMatchObject([
      { where: 'response', against: 'openapi', path: 'state', actual: '"ringing"' },
      { where: 'response', against: 'openapi', path: 'source.region', actual: '5' },
    ])
    expect(found['peer-to-peer']).toMatchObject([
      { path: 'source.identity.users', message: expect.stringContaining('check its name') },
    ])
    expect(found['call-not-found']).toMatchObject([
      { path: 'status', actual: '418', expected: expect.stringContaining('400, 401') },
    ])
  })

  test("explains the paths of a description in Graph's own style", async () => {
    const { group } = await findings(graphStyle(''))
    expect(group).toMatchObject([
      {
        path: 'path',
        message: expect.stringContaining(
          'The document has the version in "servers", which the comparator ignores.',
        ),
      },
    ])
  })

  test("explains a missing @odata.type in a description in Graph's own style", async () => {
    const pact = committedPact()
    interactionIn(pact, 'group').response.body = { content: { mediaConfig: { '@odata.type': '#x' } } }
    const { group, 'call-not-found': error } = await findings(graphStyle('/v1.0'), pact)
    expect(group).toMatchObject([
      {
        path: 'mediaConfig.@odata.type',
        message: expect.stringContaining("Graph's own description leaves out @odata.type"),
      },
    ])
    expect(JSON.stringify(error)).toContain('The document declares no body for this status.')
  })

  test.each([
    ['YAML', 'openapi: 3.0.3\npaths: {}\n', 'It is YAML. Convert it: npx js-yaml FILE > openapi.json.'],
    ['a pact', '{"consumer":{}}', 'Create one: npx graph-call-testkit export openapi'],
    ['Swagger 2', '{"swagger":"2.0","paths":{}}', 'is not an OpenAPI 3 document in JSON.'],
    ['an empty file', '', 'is not an OpenAPI 3 document in JSON.'],
  ])('rejects %s', async (_name, text, message) => {
    await expect(openApiCheck(await fileOf(text))).rejects.toThrow(message)
  })

  test('rejects a file that does not exist', async () => {
    await expect(openApiCheck('missing.json')).rejects.toThrow(
      'Cannot read the OpenAPI document: missing.json',
    )
  })
})
