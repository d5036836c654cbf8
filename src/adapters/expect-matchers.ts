import type { CallMatchers } from './matchers/call-matchers.ts'
import { withoutOthers } from './matchers/matcher-result.ts'
import { toBeCall, toBeCallInState } from './matchers/to-be-call.ts'
import { toBeCallError } from './matchers/to-be-call-error.ts'
import { toBeNotification } from './matchers/to-be-notification.ts'
import { toMatchCallFixture } from './matchers/to-match-call-fixture.ts'

export type { CallMatchers } from './matchers/call-matchers.ts'
export type { MatcherResult } from './matchers/matcher-result.ts'

/**
 * Matchers for `expect` of Vitest and Jest: `toBeCall`, `toBeCallInState`, `toBeCallError`, `toMatchCallFixture` and
 * `toBeNotification`. Each works with `.not`, and inside `toEqual` as an asymmetric matcher, such as `expect.toBeCall()`.
 *
 * @example
 * ```ts
 * import { callMatchers } from 'graph-call-testkit/matchers'
 *
 * expect.extend(callMatchers)
 * expect({ id: '2e1a', state: 'established' }).toBeCallInState('established')
 * ```
 * Sources: the tolerant schema; the fixtures. Vitest and Jest, `expect.extend`.
 */
export const callMatchers = {
  toBeCall: /* @__PURE__ */ withoutOthers('toBeCall', toBeCall),
  toBeCallInState: /* @__PURE__ */ withoutOthers('toBeCallInState', toBeCallInState),
  toBeCallError: /* @__PURE__ */ withoutOthers('toBeCallError', toBeCallError),
  toMatchCallFixture: /* @__PURE__ */ withoutOthers('toMatchCallFixture', toMatchCallFixture),
  toBeNotification: /* @__PURE__ */ withoutOthers('toBeNotification', toBeNotification),
} as const

// The declarations have an effect only in projects that have the module. Elsewhere, TypeScript would report them.

// biome-ignore lint/suspicious/noTsIgnore: Vitest is not a dependency, so projects with Jest do not have it.
/** @ts-ignore */
declare module 'vitest' {
  interface AsymmetricMatchersContaining extends CallMatchers<unknown> {}
}

// biome-ignore lint/suspicious/noTsIgnore: expect is a dependency of Jest, so projects with Vitest do not have it.
/** @ts-ignore */
declare module 'expect' {
  interface Matchers<R> extends CallMatchers<R> {}
  interface AsymmetricMatchers extends CallMatchers<unknown> {}
}

declare global {
  // `expect(value)` of Vitest has the methods of Chai. Its own interface has other type parameters in Vitest 5 than in Vitest 4.
  namespace Chai {
    interface Assertion extends CallMatchers<void> {}
  }
  namespace jest {
    interface Matchers<R> extends CallMatchers<R> {}
    interface Expect extends CallMatchers<unknown> {}
    interface InverseAsymmetricMatchers extends CallMatchers<unknown> {}
  }
}
