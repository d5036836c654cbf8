import { groupCall } from 'graph-call-testkit/fixtures'
import { callMatchers } from 'graph-call-testkit/matchers'

expect.extend(callMatchers)
expect(groupCall()).toBeCallInState('established')
expect(groupCall()).not.toBeCallError()
expect({ call: groupCall() }).toEqual({ call: expect.toBeCall() })
expect({ call: {} }).toEqual({ call: expect.not.toBeCall() })
// @ts-expect-error not a state of the service
expect(groupCall()).toBeCallInState('ringing')
