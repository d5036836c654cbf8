import { fixtures } from 'graph-call-testkit/fixtures'
import {
  callErrorSchema,
  callSchema,
  callSchemaWithUnknownEnumMembers,
  strictCallSchema,
} from 'graph-call-testkit/schema'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { otherBody } from '../../src/read/other-bodies.ts'
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
  // JSON Schema describes the values. It cannot tell that a body is another one, such as an error.
  const isOther = (body: unknown) => schema !== callErrorSchema && otherBody('call', body) !== undefined
  for (const [name, body] of bodies) {
    if (!isOther(body)) expect(converted.safeParse(body).success, name).toBe(schema.validate(body))
  }
  for (const { path, replace } of jsonNodes(fixtures['participants-expanded'].body)) {
    for (const wrong of some([null, 5, 'text', {}, []], path.length)) {
      const body = replace(wrong)
      if (!isOther(body))
        expect(converted.safeParse(body).success, path.join('.')).toBe(schema.validate(body))
    }
  }
  expect(JSON.stringify(jsonSchema).length).toBeLessThan(50_000)
})
