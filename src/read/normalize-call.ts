import { enumType, type ValueType } from '../model/index.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import type { OperationStatus, ReceivedCall } from '../model/types.generated.ts'
import { rewrite } from '../model/walk.ts'

/**
 * Received object without nulls, with numbers instead of numeric text, and with one spelling of each enum member. Assignable to the
 * types of `@microsoft/microsoft-graph-types`. These do not declare `@odata.type`, so it is not in this type either.
 *
 * @example
 * ```ts
 * const codeOf = ({ resultInfo }: Normalized<ReceivedCall>): number | undefined => resultInfo?.code
 * ```
 * Source: version 2.43 of Microsoft's types for Graph.
 */
export type Normalized<T> = {
  [K in keyof T as K extends '@odata.type' ? never : K]: NormalizedValue<Exclude<T[K], null>>
}

type NormalizedValue<T> = unknown extends T
  ? T
  : [number] extends [T]
    ? number
    : [OperationStatus] extends [T]
      ? OperationStatus | (string extends T ? string : never)
      : NormalizedPart<T>

type NormalizedPart<T> = T extends readonly (infer Item)[]
  ? NormalizedValue<Exclude<Item, null>>[]
  : T extends object
    ? Normalized<T>
    : T

/**
 * Returns a copy of a call for code that uses the types of `@microsoft/microsoft-graph-types`. Leaves out properties that are null,
 * converts numbers that the service sent as text, and spells enum members as the metadata does. Keeps everything else.
 *
 * @param call - a call, from {@link readCall} or a generator
 * @returns a call that is assignable to `MicrosoftGraph.Call`
 *
 * @example
 * ```ts
 * import type * as MicrosoftGraph from '@microsoft/microsoft-graph-types'
 * import { normalizeCall, readCall } from 'graph-call-testkit'
 *
 * const show = (call: MicrosoftGraph.Call) => `${call.subject}: ${call.state}`
 * show(normalizeCall(readCall(body)))
 * ```
 * Source: version 2.43 of Microsoft's types for Graph.
 */
export function normalizeCall(call: ReceivedCall): Normalized<ReceivedCall>
export function normalizeCall(call: unknown): unknown {
  return isJsonObject(call) ? rewrite(call, 'call', { value: normalizedValue, object: withoutNulls }) : call
}

function normalizedValue(value: unknown, type: ValueType): unknown {
  if (typeof value !== 'string') return value
  if (type.kind === 'int32' || type.kind === 'int64') return Number(value)
  if (type.kind !== 'enum') return value
  const { members, alsoReceived = [] } = enumType(type.name)
  if (!alsoReceived.includes(value)) return value
  return members.find((member) => member.toLowerCase() === value.toLowerCase()) ?? value
}

function withoutNulls(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null))
}
