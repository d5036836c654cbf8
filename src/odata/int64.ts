import type { JsonObject } from '../model/json.ts'
import { rewrite } from '../model/walk.ts'

/** Converts the Edm.Int64 values of a call to strings. Source: OData JSON Format 4.0, 3.2 (`IEEE754Compatible=true`). */
export function withInt64AsText(call: JsonObject): JsonObject {
  return rewrite(call, 'call', {
    value: (value, type) =>
      type.kind === 'int64' && Number.isInteger(value) ? BigInt(Number(value)).toString() : value,
  })
}
