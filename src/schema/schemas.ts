import type * as z from 'zod'
import type { Call, CallError, CommsNotifications, ReceivedCall } from '../model/types.generated.ts'
import type { WithUnknownEnumMembers } from '../model/unknown-enum-members.ts'
import { bodySchema } from './body-schema.ts'
import { ofEnvelopes, schemaOf, strict, tolerant, withUnknownEnumMembers } from './schema-of.ts'

/**
 * Gives a schema the type that `npm run generate` wrote from the same description. zod cannot infer it from a table;
 * test/schema/types.test.ts asks the compiler and zod of every property, and wants one answer.
 */
const typed = <T>(getter: () => z.ZodLazy<z.ZodType>) =>
  bodySchema(() => getter().unwrap()) as z.ZodType<T, T>

/**
 * The tolerant reading: any call that the service was seen to send.
 *
 * Unknown keys are kept at every level; absence and null never fail it; an object whose `@odata.type` is missing or
 * unknown where the metadata declares an abstract type is kept as it is. Wrong types are refused at any depth, and so
 * are enum members that the metadata does not have: Graph sends `unknownFutureValue` in their place.
 *
 * A plain zod schema, and so a Standard Schema. What it gives back is deep-equal to what it read, with the declared keys
 * first; `readCall` gives back the very value.
 *
 * @example
 * ```ts
 * const result = callSchema.safeParse(await response.json())
 * if (result.success) console.log(result.data.state)
 * ```
 * Sources: $metadata v1.0, call; the Get call page; reported bodies.
 */
export const callSchema: z.ZodType<ReceivedCall, ReceivedCall> = typed<ReceivedCall>(() =>
  schemaOf('call', tolerant),
)

/**
 * The strict reading: only what the documentation or the metadata declares.
 *
 * Unknown keys are errors, `@odata.type` decides between types, and these must be there: `id`, `state`, `direction`,
 * `callbackUri`, `source`, and whatever the metadata says is not nullable (docs/decisions/sources.md lists it). For writers
 * of fixtures, not for readers of traffic. `readStrictCall` explains what is wrong.
 *
 * @example
 * ```ts
 * const call: Call = strictCallSchema.parse(myFixture)
 * ```
 * Sources: $metadata v1.0, call; the Get call page.
 */
export const strictCallSchema: z.ZodType<Call, Call> = typed<Call>(() => schemaOf('call', strict))

/**
 * The tolerant reading for clients that send `Prefer: include-unknown-enum-members`: enum members that this package
 * does not know are kept.
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
> = typed<WithUnknownEnumMembers<ReceivedCall>>(() => schemaOf('call', withUnknownEnumMembers))

/**
 * The body of an answer that is no success: `{ error: { code, message?, innerError? } }`, unknown keys kept.
 *
 * @example
 * ```ts
 * if (!response.ok) console.log(callErrorSchema.parse(await response.json()).error.code) // '8522'
 * ```
 * Sources: Graph error responses; reported bodies (`innerError` may be absent or sparse).
 */
export const callErrorSchema: z.ZodType<CallError, CallError> = typed<CallError>(() =>
  schemaOf('callError', ofEnvelopes),
)

/**
 * What the service posts to the `callbackUri` of a call when its state changes: `{ value: [{ changeType, resourceUrl,
 * resourceData }] }`, unknown keys kept. `resourceData` is read as tolerantly as a call, and may be sparse. Notifications may
 * arrive out of order, and those of participants and operations, which hold no call, are refused.
 *
 * @example
 * ```ts
 * app.post('/callback', (request, response) => {
 *   for (const { resourceData } of commsNotificationsSchema.parse(request.body).value) show(resourceData?.state)
 *   response.sendStatus(202)
 * })
 * ```
 * Sources: $metadata v1.0, commsNotifications; reported notifications (`resourceData`).
 */
export const commsNotificationsSchema: z.ZodType<CommsNotifications, CommsNotifications> =
  typed<CommsNotifications>(() => schemaOf('commsNotifications', ofEnvelopes))
