import type { CallFixtureName, ErrorFixtureName } from '../../fixtures/index.ts'
import type { Frozen } from '../../src/model/frozen.ts'
import type { ReceivedCall } from '../../src/model/types.generated.ts'
import type { WithUnknownEnumMembers } from '../../src/model/unknown-enum-members.ts'
import type { InteractionAnnotations } from '../interaction/annotations.ts'
import type { ApiVersion, CallQuery } from '../interaction/call-query.ts'
import type { Exact } from '../interaction/exact.ts'

/**
 * Options for one interaction. The request options default to those of the contract.
 *
 * @example
 * ```ts
 * import type { InteractionOptions } from 'graph-call-testkit/contracts'
 *
 * const options: InteractionOptions = { version: 'beta', headers: { Prefer: 'include-unknown-enum-members' } }
 * ```
 * Sources: Get call, the request; Pact Specification V4.
 */
export interface InteractionOptions extends RequestOptions, InteractionAnnotations {}

/** Options that a contract and each of its interactions have. */
export interface RequestOptions {
  /** Query that the consumer sends. Defaults to the query of each fixture: that of `participants-expanded` has `$expand`. */
  readonly query?: CallQuery | undefined
  /**
   * Headers that the consumer sends, each with exactly this value: `{ Prefer: 'include-unknown-enum-members' }`. The expected
   * response is the response to these headers. `Authorization` is always part of the request, with any token.
   */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Version of the API in the path. Defaults to `v1.0`. */
  readonly version?: ApiVersion | undefined
  /**
   * Paths whose values a provider must send exactly. `state`, `direction` and the code of an error always are, because the
   * provider state fixes them. `false` compares all values by type, including these.
   */
  readonly exact?: Exact | undefined
}

/**
 * A fixture with options of its own. With another name, a contract can have the same fixture twice.
 *
 * @example
 * ```ts
 * import type { FixtureInteraction } from 'graph-call-testkit/contracts'
 *
 * const beta: FixtureInteraction = { fixture: 'group', name: 'group on beta', version: 'beta' }
 * ```
 * Source: the fixtures.
 */
export type FixtureInteraction<Name extends string = string> = InteractionOptions &
  (
    | { readonly fixture: CallFixtureName; readonly name?: Name | undefined }
    | { readonly fixture: ErrorFixtureName; readonly name?: undefined }
  )

/**
 * A call that is not a fixture: a changed fixture, a generated call, or a call from real traffic.
 *
 * @example
 * ```ts
 * import type { CustomInteraction } from 'graph-call-testkit/contracts'
 * import { groupCall } from 'graph-call-testkit/fixtures'
 *
 * const onHold: CustomInteraction = { name: 'on hold', body: groupCall({ state: 'hold' }) }
 * ```
 * Source: Get call, the response.
 */
export type CustomInteraction<Name extends string = string> = InteractionOptions &
  CallExample & {
    /** Name of the interaction. It must be unique in the contract, and not the name of a fixture. */
    readonly name: Name
    /** Id to request: letters, digits, `-`, `_`, `.` and `~`. Defaults to `body.id`. */
    readonly callId?: string | undefined
  }

/** The call of a custom interaction. The contract contains only the part that the consumer reads. */
type CallExample =
  | {
      /** The call. Pass real traffic through `readCall` first. */
      readonly body: Frozen<ReceivedCall>
      /** True if enums of the call have members that this package does not know. Defaults to false. */
      readonly unknownEnumMembers?: false | undefined
    }
  | {
      /** The call, as the service sends it to a client that prefers unknown enum members. */
      readonly body: Frozen<WithUnknownEnumMembers<ReceivedCall>>
      /** Allows enum members that this package does not know. */
      readonly unknownEnumMembers: true
    }

/** Name of an interaction: its own, or the name of the fixture. */
export type InteractionName<Input> = Input extends { readonly name: infer Name extends string }
  ? Name
  : Input extends { readonly fixture: infer Name extends string }
    ? Name
    : Input & string
