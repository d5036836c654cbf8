const { fixture, groupCall } = require('graph-call-testkit/fixtures')
const { callMatchers } = require('graph-call-testkit/matchers')

expect.extend(callMatchers)

test('the matchers pass', () => {
  expect(groupCall()).toBeCallInState('established')
  expect(fixture('call-not-found')).toBeCallError('8522')
  expect(groupCall()).toMatchCallFixture('group')
  expect(groupCall()).not.toBeNotification()
  expect({ call: groupCall() }).toEqual({ call: expect.toBeCall() })
})

test('a failed matcher names the path', () => {
  expect(() => expect({ state: 5 }).toBeCall()).toThrow(
    /Expected a call\.[\s\S]*- state: expected one of incoming/,
  )
})
