import type { CallFixtureName } from '../../../fixtures/index.ts'
import type { CallState } from '../../model/types.generated.ts'

/**
 * Types of the matchers. Importing `graph-call-testkit/matchers` adds them to `expect` of Vitest and Jest.
 *
 * @example
 * ```ts
 * import { type CallMatchers, callMatchers } from 'graph-call-testkit/matchers'
 *
 * const names = Object.keys(callMatchers) satisfies readonly string[]
 * const isMatcher = (name: string): name is keyof CallMatchers => names.includes(name)
 * ```
 * Sources: Vitest and Jest, `expect.extend`.
 */
export interface CallMatchers<R = unknown> {
  /**
   * Passes if the value is a call that `readCall` accepts.
   *
   * @example
   * ```ts
   * import { callMatchers } from 'graph-call-testkit/matchers'
   *
   * expect.extend(callMatchers)
   * expect(call).toBeCall()
   * expect({ value: [] }).not.toBeCall()
   * ```
   * Source: the tolerant schema.
   */
  toBeCall(): R

  /**
   * Passes if the value is a call in this state.
   *
   * @example
   * ```ts
   * import { callMatchers } from 'graph-call-testkit/matchers'
   *
   * expect.extend(callMatchers)
   * expect({ id: '2e1a', state: 'incoming' }).toBeCallInState('incoming')
   * ```
   * Source: $metadata v1.0, callState.
   */
  toBeCallInState(state: CallState): R

  /**
   * Passes if the value is the body of an error response. With a code, the error must have it: in `error.code`, or in the JSON
   * of its message.
   *
   * @example
   * ```ts
   * import { callMatchers } from 'graph-call-testkit/matchers'
   *
   * expect.extend(callMatchers)
   * expect(fixture('call-not-found')).toBeCallError('8522')
   * ```
   * Source: Graph error responses.
   */
  toBeCallError(code?: string): R

  /**
   * Passes if the value is a call with every property of the fixture. It may have others, as with `toMatchObject`.
   *
   * @example
   * ```ts
   * import { callMatchers } from 'graph-call-testkit/matchers'
   *
   * expect.extend(callMatchers)
   * expect({ ...groupCall(), subject: 'Standup' }).toMatchCallFixture('group')
   * ```
   * Sources: the fixtures.
   */
  toMatchCallFixture(name: CallFixtureName): R

  /**
   * Passes if the value is the body of a post of notifications, which `readNotifications` accepts.
   *
   * @example
   * ```ts
   * import { notification } from 'graph-call-testkit/fixtures'
   * import { callMatchers } from 'graph-call-testkit/matchers'
   *
   * expect.extend(callMatchers)
   * expect(notification('call-incoming')).toBeNotification()
   * ```
   * Source: $metadata v1.0, commsNotifications.
   */
  toBeNotification(): R
}
