import { fixtures } from 'graph-call-testkit/fixtures'
import {
  callErrorSchema,
  callSchema,
  callSchemaWithUnknownEnumMembers,
  strictCallSchema,
} from 'graph-call-testkit/schema'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { jsonNodes } from '../model/json-nodes.ts'
import { some } from '../runs.ts'

const bodies = Object.values(fixtures).map(({ name, body }) => [name, body] as const)

test.each([
  ['callSchema', callSchema],
  ['strictCallSchema', strictCallSchema],
  ['callSchemaWithUnknownEnumMembers', callSchemaWithUnknownEnumMembers],
  ['callErrorSchema', callErrorSchema],
] as const)('%s as a JSON Schema accepts and rejects the same bodies', (_name, schema) => {
  const jsonSchema = z.toJSONSchema(schema, { reused: 'ref' })
  const converted = z.fromJSONSchema(jsonSchema)
  for (const [name, body] of bodies)
    expect(converted.safeParse(body).success, name).toBe(schema.validate(body))
  for (const { path, replace } of jsonNodes(fixtures['participants-expanded'].body)) {
    for (const wrong of some([null, 5, 'text', {}, []], path.length)) {
      const body = replace(wrong)
      expect(converted.safeParse(body).success, path.join('.')).toBe(schema.validate(body))
    }
  }
  expect(JSON.stringify(jsonSchema).length).toBeLessThan(50_000)
})
