import { groupCall } from 'graph-call-testkit/fixtures'
import { callSchema } from 'graph-call-testkit/schema'
import { tolerant } from '../src/read/mode.ts'
import { schemaOf } from '../src/schema/schema-of.ts'
import { atLeast, type Figure, interleave } from './measure.ts'

/** Reading the group fixture, beside parsing its JSON and beside the same schema without compilation. */
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
    atLeast('callSchema reads the group fixture, over JSON.parse of it', faster('ours', 'json'), 1),
    atLeast('callSchema, over plain safeParse of the same schema', faster('ours', 'plain'), 1.15),
  ]
}
