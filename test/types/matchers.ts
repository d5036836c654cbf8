import { groupCall } from 'graph-call-testkit/fixtures'
import { type CallMatchers, callMatchers } from 'graph-call-testkit/matchers'
import { expect } from 'vitest'

expect.extend(callMatchers)

// Importing the entry adds the matchers to `expect` of Vitest.
expect(groupCall()).toBeCallInState('established')
expect(groupCall()).not.toBeCallError('8522')
expect({ call: groupCall() }).toEqual({ call: expect.toBeCall() })
expect({ call: {} }).toEqual({ call: expect.not.toBeCall() })
// @ts-expect-error not a state of the service
expect(groupCall()).toBeCallInState('ringing')
// @ts-expect-error codes are strings, as in Graph
expect({}).toBeCallError(8522)
// @ts-expect-error the fixture of an error
expect({}).toMatchCallFixture('throttled')

// After `resolves`, a matcher returns a promise.
export const resolved: Promise<void> = expect(Promise.resolve(groupCall())).resolves.toBeCall()

// Other libraries with `expect.extend` can use the types.
export declare const other: { expect(value: unknown): CallMatchers<void> }
