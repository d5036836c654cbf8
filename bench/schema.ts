import fc from 'fast-check'
import { readCall } from 'graph-call-testkit'
import { groupCall } from 'graph-call-testkit/fixtures'
import { anyCall } from 'graph-call-testkit/generators'
import { callSchema } from 'graph-call-testkit/schema'
import { tolerant } from '../src/read/mode.ts'
import { schemaOf } from '../src/schema/schema-of.ts'
import { atLeast, type Figure, interleave } from './measure.ts'

/** Compares the schema with `JSON.parse` and with itself before compilation, and `readCall` with `JSON.parse` on varied calls. */
export function schemaFigures(): Figure[] {
  const body = groupCall()
  const text = JSON.stringify(body, null, 2)
  const plain = schemaOf('call', tolerant, (schema) => schema)
  const { faster } = interleave({
    json: () => JSON.parse(text),
    plain: () => plain.safeParse(body),
    ours: () => callSchema.safeParse(body),
  })
  const texts = fc.sample(anyCall(), { seed: 7, numRuns: 1_000 }).map((call) => JSON.stringify(call))
  const calls: readonly unknown[] = texts.map((text) => JSON.parse(text))
  const varied = interleave(
    {
      json: () => texts.forEach((text) => void JSON.parse(text)),
      ours: () => calls.forEach((call) => void readCall(call)),
    },
    2,
  )
  return [
    atLeast('readCall on 1,000 generated calls, compared with JSON.parse', varied.faster('ours', 'json'), 2),
    atLeast('callSchema on the group fixture, compared with JSON.parse', faster('ours', 'json'), 1),
    atLeast('callSchema, compared with the same schema before compilation', faster('ours', 'plain'), 1.15),
  ]
}
