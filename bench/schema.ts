import { groupCall } from 'graph-call-testkit/fixtures'
import { callSchema } from 'graph-call-testkit/schema'
import { tolerant } from '../src/read/mode.ts'
import { schemaOf } from '../src/schema/schema-of.ts'
import { atLeast, type Figure, interleave } from './measure.ts'

/** Compares parsing the group fixture with `JSON.parse` and with the same schema before compilation. */
export function schemaFigures(): Figure[] {
  const body = groupCall()
  const text = JSON.stringify(body, null, 2)
  const plain = schemaOf('call', tolerant, (schema) => schema)
  const { faster } = interleave({
    json: () => JSON.parse(text),
    plain: () => plain.safeParse(body),
    ours: () => callSchema.safeParse(body),
  })
  return [
    atLeast('callSchema on the group fixture, compared with JSON.parse', faster('ours', 'json'), 1),
    atLeast('callSchema, compared with the same schema before compilation', faster('ours', 'plain'), 1.15),
  ]
}
