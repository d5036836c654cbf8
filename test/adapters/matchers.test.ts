import { fixture, fixtures, groupCall, notification, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { callMatchers } from 'graph-call-testkit/matchers'
import { callSchema } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'

expect.extend(callMatchers)

/** Returns the message of a failed assertion. */
function messageOf(assert: () => unknown): string {
  try {
    assert()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('The assertion passed.')
}

const calls = Object.values(fixtures).filter(({ status }) => status === 200)
const errors = Object.values(fixtures).filter(({ status }) => status !== 200)

describe('toBeCall', () => {
  test.each(calls)('passes for the fixture $name', ({ body }) => expect(body).toBeCall())

  test.each([undefined, null, 'text', [], { value: [] }, { error: { code: '8522' } }, Promise.resolve()])(
    'fails for %o',
    (value) => {
      expect(value).not.toBeCall()
      expect(() => expect(value).toBeCall()).toThrow(/^Expected a call\.\n- /)
    },
  )

  test('names the path, the expected and the found value, and the fix', () => {
    const call = { ...groupCall(), state: 'establishd', targets: [{ identity: { user: { id: 42 } } }] }
    expect(messageOf(() => expect(call).toBeCall())).toMatchInlineSnapshot(`
      "Expected a call.
      - state: expected one of incoming, establishing, established, hold, transferring, transferAccepted, redirecting, terminating, terminated, unknownFutureValue, found "establishd". Graph sends "unknownFutureValue" for members that the client does not know. If your client sends "Prefer: include-unknown-enum-members", use callSchemaWithUnknownEnumMembers.
      - targets[0].identity.user.id: expected a string, found 42. Fix the value or leave the property out."
    `)
  })

  test('says after .not that the value is a call', () => {
    expect(messageOf(() => expect(groupCall()).not.toBeCall())).toBe('Expected a value that is not a call.')
  })

  test('shows a few of many problems, and nothing that controls a terminal', () => {
    const targets = Array.from({ length: 9 }, () => ({ identity: '\u001b[31m' }))
    const message = messageOf(() => expect({ id: '1', targets }).toBeCall())
    expect(message.split('\n')).toHaveLength(7)
    expect(message).toContain('- and 4 more')
    expect(message).not.toContain('\u001b')
  })
})

describe('toBeCallInState', () => {
  test('compares the state', () => {
    expect(groupCall()).toBeCallInState('established')
    expect(groupCall()).not.toBeCallInState('terminated')
    expect(messageOf(() => expect(groupCall()).toBeCallInState('terminated'))).toBe(
      'Expected a call in the state terminated.\n- state: expected "terminated", found "established".',
    )
    expect(messageOf(() => expect({ id: '1' }).toBeCallInState('hold'))).toContain('found nothing')
  })

  test('fails for a value that is not a call, whatever its state', () => {
    expect({ error: { code: '9999', message: '' }, state: 'established' }).not.toBeCallInState('established')
  })

  test('rejects a state that the service does not have, also after .not', () => {
    for (const assertion of [expect(groupCall()), expect(groupCall()).not]) {
      expect(() => Reflect.apply(assertion.toBeCallInState, assertion, ['establishd'])).toThrow(
        'Invalid state: "establishd". Nearest: established.',
      )
    }
  })
})

describe('toBeCallError', () => {
  test.each(errors)('passes for the fixture $name, with and without its code', ({ body }) => {
    expect(body).toBeCallError()
    if ('error' in body) expect(body).toBeCallError(body.error.code)
    expect(body).not.toBeCallError('none')
  })

  test('finds the code in the JSON of a message', () => {
    expect(fixture('application-not-registered')).toBeCallError('7503')
    expect(messageOf(() => expect(fixture('application-not-registered')).toBeCallError('7504'))).toBe(
      'Expected an error response with the code "7504".\n- error.code: expected "7504", found "UnknownError", with the code in its message "7503".',
    )
  })

  test('fails for a call, with the path', () => {
    expect(groupCall()).not.toBeCallError()
    expect(messageOf(() => expect(groupCall()).toBeCallError('8522'))).toMatch(
      /^Expected an error response with the code "8522"\.\n- /,
    )
  })

  test('says that an error is one of Microsoft Entra, or in a list', () => {
    const entra = { error: 'unauthorized_client', error_description: 'AADSTS700016' }
    expect(messageOf(() => expect(entra).toBeCallError())).toContain(
      'found an error of Microsoft Entra. The request for a token failed',
    )
    expect(messageOf(() => expect([{}]).toBeCallError())).toContain('Pass the whole body of a response')
  })

  test('rejects a code that is not a string', () => {
    expect(() => Reflect.apply(expect({}).toBeCallError, expect({}), [8522])).toThrow(
      'Invalid code: 8522. Expected a string, such as "8522".',
    )
  })

  test('says what is in place of an error', () => {
    const fix = 'Check the status of the response, and pass its parsed body: await response.json().'
    for (const [body, found] of [
      [groupCall(), 'a call'],
      [{}, 'an object without it'],
    ] as const) {
      expect(messageOf(() => expect(body).toBeCallError())).toBe(
        `Expected an error response.\n- the value: expected an object with the property error, found ${found}. ${fix}`,
      )
    }
  })
})

describe('toMatchCallFixture', () => {
  test.each(calls)('passes for the fixture $name itself', ({ name, body }) => {
    expect(() => Reflect.apply(expect(body).toMatchCallFixture, expect(body), [name])).not.toThrow()
  })

  test('accepts other properties, and null in place of a missing one', () => {
    const { subject, ...call } = peerToPeerCall()
    expect(subject).toBeNull()
    expect({ ...call, terminationReason: 'x', unknown: 1 }).toMatchCallFixture('peer-to-peer')
  })

  test('names each path that differs', () => {
    const call = groupCall({
      state: 'terminated',
      source: { identity: { application: { displayName: 'x' } } },
    })
    expect(messageOf(() => expect(call).toMatchCallFixture('group'))).toMatchInlineSnapshot(`
      "Expected a call like the fixture "group".
      - state: expected "established", found "terminated".
      - source.identity.application.displayName: expected "Calling Bot", found "x"."
    `)
    expect(call).not.toMatchCallFixture('group')
  })

  test('compares the elements of arrays', () => {
    const call = { ...groupCall(), requestedModalities: [] }
    expect(messageOf(() => expect(call).toMatchCallFixture('group'))).toContain(
      '- requestedModalities: expected an array of length 1, found an array of length 0.',
    )
  })

  test('rejects the name of an error, and an unknown name', () => {
    const match = (name: string) => Reflect.apply(expect({}).toMatchCallFixture, expect({}), [name])
    expect(() => match('grup')).toThrow('Unknown fixture')
    expect(() => match('throttled')).toThrow(
      'Invalid fixture: "throttled". Expected the fixture of a call: check errors with toBeCallError.',
    )
  })
})

test('toBeNotification passes for notifications', () => {
  expect(notification('call-incoming')).toBeNotification()
  expect(groupCall()).not.toBeNotification()
  expect(() => expect({ value: 1 }).toBeNotification()).toThrow(/^Expected a post of notifications\.\n- /)
})

test.each([
  ['toBeCall', []],
  ['toBeCallInState', ['established']],
  ['toBeCallError', ['8522']],
  ['toMatchCallFixture', ['group']],
  ['toBeNotification', []],
] as const)('%s rejects arguments that it does not have', (name, args) => {
  const assertion = expect(groupCall())
  expect(() => Reflect.apply(assertion[name], assertion, [...args, 'hold'])).toThrow(
    new TypeError(`Unknown argument of ${name}: "hold". Leave it out.`),
  )
  const matcher = callMatchers[name]
  expect(Reflect.apply(matcher, undefined, [groupCall(), ...args, undefined])).toHaveProperty('pass')
})

describe('as asymmetric matchers', () => {
  test('they match a part of a value', () => {
    const value = { call: groupCall(), error: fixture('call-not-found'), post: notification('call-incoming') }
    expect(value).toEqual({
      call: expect.toBeCallInState('established'),
      error: expect.toBeCallError('8522'),
      post: expect.toBeNotification(),
    })
    expect(value).toEqual(expect.objectContaining({ call: expect.toBeCall() }))
    expect(value).toMatchObject({ call: expect.toMatchCallFixture('group') })
    expect(value).not.toEqual({ ...value, call: expect.toBeCallInState('hold') })
    expect(value).toEqual({ ...value, error: expect.not.toBeCall() })
  })

  test('they say what they match in the difference', () => {
    expect(messageOf(() => expect({ call: 1 }).toEqual({ call: expect.toBeCall() }))).toContain('toBeCall')
  })
})

test('expect.schemaMatching takes the schemas, which follow Standard Schema', () => {
  expect({ call: groupCall() }).toEqual({ call: expect.schemaMatching(callSchema) })
  expect({ call: { state: 'establishd' } }).not.toEqual({ call: expect.schemaMatching(callSchema) })
})
