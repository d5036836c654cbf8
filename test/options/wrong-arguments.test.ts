import { inspect } from 'node:util'
import * as contracts from 'graph-call-testkit/contracts'
import { groupCall, notificationRequest } from 'graph-call-testkit/fixtures'
import { callCommands, callModel, responseOf } from 'graph-call-testkit/generators'
import { callHandlers } from 'graph-call-testkit/msw'
import { callSchemaAsOf, strictCallSchemaAsOf } from 'graph-call-testkit/schema'
import { createTenant, graphFetch, graphMiddleware, playConversation } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'

/** Calls a function as JavaScript does, without types. */
async function errorOf(fn: object, ...args: readonly unknown[]): Promise<unknown> {
  try {
    return await Reflect.apply(fn as () => unknown, undefined, args)
  } catch (error) {
    return error
  }
}

const tenant = () => createTenant({ calls: [groupCall()] })

describe('the id of a call that has none', () => {
  const { advance, endCall, transferCall, history, forbid } = tenant()

  test.each<[string, object, readonly unknown[]]>([
    ['advance', advance, []],
    ['endCall', endCall, []],
    ['transferCall', transferCall, []],
    ['history', history, []],
    ['forbid', forbid, ['7503']],
  ])('is an error of %s', async (_name, method, others) => {
    const expected = 'Expected a string, such as the result of addCall.'
    expect(await errorOf(method, undefined, ...others)).toEqual(
      new TypeError(`Invalid call id: undefined. ${expected}`),
    )
    expect(await errorOf(method, groupCall(), ...others)).toEqual(
      new TypeError(`Invalid call id: an object. ${expected}`),
    )
  })
})

describe('something else in place of a tenant', () => {
  const { stateHandlers, providerStateHandler } = contracts
  const functions = {
    callHandlers,
    playConversation,
    stateHandlers,
    providerStateHandler,
    callModel,
    callCommands,
  }

  test.each(Object.entries(functions))('is an error of %s', async (_name, fn) => {
    expect(await errorOf(fn)).toEqual(
      new TypeError('Invalid tenant: undefined. Expected the result of createTenant.'),
    )
    expect(await errorOf(fn, {})).toEqual(
      new TypeError('Invalid tenant: an object. Expected the result of createTenant.'),
    )
  })

  test.each(Object.entries({ graphFetch, graphMiddleware }))('is an error of %s', async (_name, fn) => {
    expect(await errorOf(fn, undefined)).toEqual(
      new TypeError(
        'Invalid target: undefined. Expected a tenant, or a base URL such as http://127.0.0.1:8080.',
      ),
    )
  })
})

describe('a path in place of a list of paths', () => {
  const { lintPacts, verifyPacts, publishPacts, contractStatus, mergePacts } = contracts

  test.each(Object.entries({ lintPacts, verifyPacts, publishPacts }))(
    'is an error of %s',
    async (_name, fn) => {
      expect(await errorOf(fn, 'pacts')).toEqual(
        new TypeError('Invalid paths: "pacts". Expected a list of paths, such as ["pacts"].'),
      )
      expect(await errorOf(fn, ['pacts', 5])).toEqual(
        new TypeError('Invalid paths[1]: 5. Expected a path, such as "pacts".'),
      )
    },
  )

  test.each(Object.entries({ contractStatus, mergePacts }))('is an error of %s', async (_name, fn) => {
    expect(await errorOf(fn, 'pacts', 'pacts')).toEqual(
      new TypeError('Invalid directories: "pacts". Expected a list of paths, such as ["pacts"].'),
    )
  })

  test('and mergePacts needs a path to write to', async () => {
    expect(await errorOf(mergePacts, ['pacts'])).toEqual(
      new TypeError('Invalid dir: undefined. Expected a path, such as "pacts".'),
    )
  })
})

test.each(Object.entries({ readsOf: contracts.readsOf, notificationReadsOf: contracts.notificationReadsOf }))(
  '%s rejects what is not a function',
  async (name, fn) => {
    expect(await errorOf(fn, 'state')).toEqual(
      new TypeError(`Invalid argument of ${name}: "state". Expected a function.`),
    )
  },
)

test.each(Object.entries({ verifyProvider: contracts.verifyProvider, callSchemaAsOf, strictCallSchemaAsOf }))(
  '%s needs its options',
  async (name, fn) => {
    const error = await errorOf(fn)
    expect(error).toBeInstanceOf(TypeError)
    expect(String(error)).toContain(`Invalid options of ${name}: null. Expected an object with some of: `)
  },
)

test.each([
  [undefined, 'undefined'],
  ['localhost', 'localhost'],
  [{}, '[object Object]'],
  ['http://a\n::error::[', 'http://a\\n::error::['],
  ['http://alice:hunter2@127.0.0.1:3978/', 'http://127.0.0.1:3978/'],
  [new URL('http://hunter2@localhost/api/calls'), 'http://localhost/api/calls'],
  ['http://alice:hunter2/@[', 'http://['],
  ['http:\\\\alice:hunter2@x', 'http:\\\\x'],
  ['ftp://localhost/api/calls', 'ftp://localhost/api/calls'],
  ['data:,x', 'data:,x'],
])('notificationRequest rejects the URL %o', async (url, printed) => {
  const error = await errorOf(notificationRequest, 'call-incoming', url)
  expect(error).toEqual(
    new TypeError(
      `Invalid url: ${printed}. Expected an http URL without user name and password, such as http://127.0.0.1:3978/api/calls.`,
    ),
  )
  expect(inspect(error)).not.toContain('hunter2')
})

test.each(Object.entries({ contractStatus: contracts.contractStatus, mergePacts: contracts.mergePacts }))(
  '%s needs at least one directory',
  async (_name, fn) => {
    expect(await errorOf(fn, [], 'pacts')).toMatchObject({
      name: 'NoPactsError',
      message: 'No contracts to read. Pass the directories of the pacts.',
    })
  },
)

test.each([null, undefined, 5, {}])('a list of strings rejects %j, and says where it is', async (wrong) => {
  expect(await errorOf(contracts.lintPacts, ['pacts'], { ignore: ['secret', wrong] })).toEqual(
    new TypeError(`Invalid ignore[1]: ${wrong instanceof Object ? 'an object' : wrong}. Expected a string.`),
  )
})

test.each([[undefined], ['x'], [{}]])('responseOf rejects %j', async (value) => {
  expect(String(await errorOf(responseOf, value))).toMatch(
    /^TypeError: Invalid argument of responseOf: .*\. Expected a value of anyFaultyResponse or anyCallError\.$/,
  )
})

test('createTenant rejects an empty token, which no request can have', () => {
  expect(() => createTenant({ token: '' })).toThrow(
    new TypeError('Invalid token: "". Expected a token that is not empty.'),
  )
})
