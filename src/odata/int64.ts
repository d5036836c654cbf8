import type { JsonObject } from '../model/json.ts'
import { rewrite } from '../model/walk.ts'

/** A call with its Edm.Int64 as text. Source: OData JSON Format 4.0, 3.2 (`IEEE754Compatible=true`). */
export function withInt64AsText(call: JsonObject): JsonObject {
  return rewrite(call, 'call', {
    value: (value, type) =>
      type.kind === 'int64' && Number.isInteger(value) ? BigInt(Number(value)).toString() : value,
  })
}
