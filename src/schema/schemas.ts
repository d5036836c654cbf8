import type * as z from 'zod'
import type { OptionKinds } from '../model/known-options.ts'
import { type MetadataVersion, nothingAbsent } from '../model/metadata-version.ts'
import type { Call, CallError, CommsNotifications, ReceivedCall } from '../model/types.generated.ts'
import type { WithUnknownEnumMembers } from '../model/unknown-enum-members.ts'
import { checkOptions } from '../read/check-options.ts'
import { checkedAbsentNames } from '../read/checked-version.ts'
import { type CheckMode, envelope, strict, tolerant, unknownEnumMembers } from '../read/mode.ts'
import { bodySchema } from './body-schema.ts'
import { schemaOf } from './schema-of.ts'

/**
 * Types a schema with the generated type of the same model, because zod cannot infer types from a table.
 * test/model/types.test.ts checks that the compiler and zod agree on every property.
 */
const typed = <T>(body: string, mode: CheckMode, absent = nothingAbsent) =>
  bodySchema(body, () => schemaOf(body, mode, undefined, absent).unwrap()) as z.ZodType<T, T>

/**
 * Tolerant schema: accepts every call that the service was observed to send.
 *
 * - Unknown properties are kept at every level.
 * - Every property can be missing or null.
 * - `@odata.type` can be missing or unknown, but must not name a type that belongs elsewhere.
 * - Other bodies are rejected: errors, lists, notifications, and other resources.
 * - Wrong types are rejected at any depth, and so are enum members that are not in the metadata: Graph sends
 *   `unknownFutureValue` instead.
 *
 * A zod schema, and therefore a Standard Schema. Parsing returns a copy with the declared properties first. zod leaves out properties
 * that are named `__proto__`. `readCall` returns the value itself.
 *
 * @example
 * ```ts
 * const result = callSchema.safeParse(await response.json())
 * if (result.success) console.log(result.data.state)
 * ```
 * Sources: $metadata v1.0, call; the Get call page; reported bodies.
 */
export const callSchema: z.ZodType<ReceivedCall, ReceivedCall> = typed<ReceivedCall>('call', tolerant)

/**
 * Strict schema: accepts only what the documentation or the metadata declares.
 *
 * - Unknown properties are rejected.
 * - `@odata.type` determines the type of an object.
 * - `state`, `direction`, `source`, and all properties that are not nullable in the metadata, such as `id`, are required.
 *   docs/decisions/sources.md lists them.
 *
 * Use it for fixtures that you write, not for responses of the service. `readStrictCall` explains what is wrong.
 *
 * @example
 * ```ts
 * const strictCall: Call = strictCallSchema.parse(body)
 * ```
 * Sources: $metadata v1.0, call; the Get call page.
 */
export const strictCallSchema: z.ZodType<Call, Call> = typed<Call>('call', strict)

/**
 * Returns the tolerant schema of another version of the metadata. Properties and types that the metadata did not have on a date, or
 * does not have in a cloud, are unknown to it: it accepts and keeps them, and does not check their values.
 *
 * @throws TypeError if the date or the cloud is not valid
 * @example
 * ```ts
 * import { callSchemaAsOf } from 'graph-call-testkit/schema'
 *
 * const schema = callSchemaAsOf({ asOf: '2024-10-31', cloud: 'usnat' })
 * schema.safeParse(call).success // true if the service of this date and cloud can have sent the call
 * ```
 * Sources: $metadata v1.0 of each cloud, and its public history.
 */
export function callSchemaAsOf(version: MetadataVersion): z.ZodType<ReceivedCall, ReceivedCall> {
  return typed<ReceivedCall>('call', tolerant, absentIn('callSchemaAsOf', version))
}

/**
 * Returns the strict schema of another version of the metadata: it rejects properties and types that the metadata did not have
 * on a date, or does not have in a cloud.
 *
 * @throws TypeError if the date or the cloud is not valid
 * @example
 * ```ts
 * import { strictCallSchemaAsOf } from 'graph-call-testkit/schema'
 *
 * const schema = strictCallSchemaAsOf({ asOf: '2024-10-31', cloud: 'usnat' })
 * schema.safeParse(call).success // false if the call has participants with a removedState
 * ```
 * Sources: $metadata v1.0 of each cloud, and its public history.
 */
export function strictCallSchemaAsOf(version: MetadataVersion): z.ZodType<Call, Call> {
  return typed<Call>('call', strict, absentIn('strictCallSchemaAsOf', version))
}

function absentIn(owner: string, version: MetadataVersion): ReadonlySet<string> {
  checkOptions(owner, version ?? null, versionKinds)
  return checkedAbsentNames(version)
}

const versionKinds: OptionKinds<MetadataVersion> = { asOf: 'checked', cloud: 'checked' }

/**
 * Tolerant schema for clients that send `Prefer: include-unknown-enum-members`: also accepts enum members that this
 * package does not know.
 *
 * @example
 * ```ts
 * callSchemaWithUnknownEnumMembers.parse({ state: 'parked' }).state // 'parked'
 * ```
 * Source: Graph's rule for evolvable enums.
 */
export const callSchemaWithUnknownEnumMembers: z.ZodType<
  WithUnknownEnumMembers<ReceivedCall>,
  WithUnknownEnumMembers<ReceivedCall>
> = typed<WithUnknownEnumMembers<ReceivedCall>>('call', unknownEnumMembers)

/**
 * Schema of an error body: `{ error: { code, message?, innerError? } }`. Keeps unknown properties.
 *
 * @example
 * ```ts
 * if (!response.ok) console.log(callErrorSchema.parse(await response.json()).error.code) // '8522'
 * ```
 * Sources: Graph error responses; reported bodies (`innerError` can be missing or incomplete).
 */
export const callErrorSchema: z.ZodType<CallError, CallError> = typed<CallError>('callError', envelope)

/**
 * Schema of the body that the service posts to the `callbackUri` of a call:
 * `{ value: [{ changeType, resourceUrl, resourceData }] }`. Keeps unknown properties.
 *
 * `resourceData` is a call or an operation, a list of participants or content sharing sessions, or an object of an unknown
 * type. It can be incomplete, and is checked as in {@link callSchema}. Notifications can arrive out of order.
 *
 * @example
 * ```ts
 * for (const { resourceUrl, resourceData } of commsNotificationsSchema.parse(body).value) {
 *   if (resourceData && 'state' in resourceData) console.log(resourceUrl, resourceData.state)
 * }
 * ```
 * Sources: $metadata v1.0, commsNotifications; reported notifications (`resourceData`).
 */
export const commsNotificationsSchema: z.ZodType<CommsNotifications, CommsNotifications> =
  typed<CommsNotifications>('commsNotifications', envelope)
