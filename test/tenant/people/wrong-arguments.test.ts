import { runInNewContext } from 'node:vm'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { appId, startBot } from './test-bot.ts'

const callbackUri = 'http://127.0.0.1:3978/api/calls'
/** Calls a function without the check of TypeScript, as a test in JavaScript does. */
const untyped = (owner: object, name: string, ...values: unknown[]) => Reflect.get(owner, name)(...values)
const create = (options: object) => untyped({ createTenant }, 'createTenant', options)
const person = (options: unknown) => untyped(createTenant(), 'person', 'Lee Ash', options)
const step = (given: object) => person({ script: [given] })

describe('a mistake in options is rejected with its name', () => {
  test.each<readonly [run: () => unknown, message: string]>([
    [() => person({ answer: false }), 'Unknown option of person: answer. Nearest: answers.'],
    [() => person({ answers: 'no' }), 'Invalid answers: "no". Expected true or false.'],
    [() => person({ declines: 1 }), 'Invalid declines: 1. Expected true or false.'],
    [() => person('declines'), 'Invalid options of person: "declines".'],
    [() => person({ unreachable: { code: 480, subCode: 1 } }), 'Unknown option of unreachable: subCode.'],
    [() => person({ unreachable: 'yes' }), 'Invalid options of unreachable: "yes".'],
    [() => person({ declines: true, busy: true }), 'Invalid options of person: declines and busy.'],
    [
      () => person({ answersAfter: { second: 2 } }),
      'Unknown option of answersAfter: second. Nearest: seconds.',
    ],
    [
      () => person({ answersAfter: { seconds: -2 } }),
      'Invalid answersAfter: an object. Expected milliseconds of at',
    ],
    [
      () => person({ answersAfter: { from: 0, to: { hour: 1 } } }),
      'Unknown option of answersAfter.to: hour.',
    ],
    [() => step({ does: 'answer' }), 'Invalid script[0].does: "answer". Expected one of answers, declines,'],
    [() => step({ does: 'answer' }), 'Nearest: answers.'],
    [
      () => step({ does: 'presses' }),
      'Invalid script[0].keys: undefined. Expected keys of a phone, such as "1#".',
    ],
    [
      () => step({ does: 'speaks', seconds: '3' }),
      'Invalid script[0].seconds: "3". Expected a number of at least 0.',
    ],
    [() => untyped(createTenant(), 'registerBot'), 'Expected an object with appId and callbackUri.'],
    [
      () => untyped(createTenant(), 'registerBot', { appId, callbackUrl: callbackUri }),
      'Unknown option of registerBot: callbackUrl. Nearest: callbackUri.',
    ],
    [
      () => untyped(createTenant(), 'call'),
      'Invalid call id: undefined. Expected a string, such as the result of addCall.',
    ],
    [() => create({ limits: { answr: 1 } }), 'Unknown option of limits: answr. Nearest: answer.'],
    [() => create({ limits: { answer: 'soon' } }), 'Invalid limits.answer: "soon".'],
    [
      () => create({ prompts: { host: ['cdn.contoso.com'] } }),
      'Unknown option of prompts: host. Nearest: hosts.',
    ],
    [() => create({ apps: [{ appId, role: [] }] }), 'Unknown option of apps: role. Nearest: roles.'],
    [() => create({ apps: [{ appId, roles: 'Calls.Initiate.All' }] }), 'Expected an array of strings.'],
    [
      () => create({ notifications: { token: 'wrongkey' } }),
      'Invalid token: "wrongkey". Expected one of no-token,',
    ],
    [
      () => create({ notifications: { issuer: 'graph' } }),
      'Invalid issuer: "graph". Expected one of https://',
    ],
    [
      () => untyped(createTenant({ clock: 'manual' }).clock, 'advance', { second: 5 }),
      'Unknown option of duration: second. Nearest: seconds.',
    ],
  ])('%#: %s', (run, message) => {
    expect(run).toThrow(TypeError)
    expect(run).toThrow(message)
  })
})

describe('a mistake in the arguments of a person or a call is rejected with its name', () => {
  test.each<readonly [owner: 'mira' | 'call', name: string, values: readonly unknown[], message: string]>([
    ['mira', 'speaks', [], 'Invalid seconds: undefined. Expected a number of at least 0.'],
    ['mira', 'speaks', [3], 'Invalid options of speaks: 3.'],
    ['mira', 'speaks', [{ second: 3 }], 'Unknown option of speaks: second. Nearest: seconds.'],
    [
      'mira',
      'transfers',
      ['Lee Ash'],
      'Invalid to: "Lee Ash". Expected a person, such as tenant.person("Lee Ash").',
    ],
    ['mira', 'transfers', [], 'Invalid to: undefined.'],
    ['mira', 'joins', [], 'Invalid call: undefined. Expected a call, such as tenant.call(id).'],
    ['call', 'until', ['established', { time: 1 }], 'Unknown option of until: time. Nearest: timeout.'],
    ['call', 'until', [async () => false], 'Expected true or false: the function cannot be async.'],
    // Jest runs tests in a context of their own, which has another class of promises.
    ['call', 'until', [() => runInNewContext('Promise.reject()')], 'the function cannot be async.'],
  ])('%s.%s(%j)', async (owner, name, values, message) => {
    const tenant = createTenant({ clock: 'fast' })
    await using app = await startBot(tenant)
    const mira = tenant.person('Mira Holm')
    const call = await mira.calls(tenant.registerBot({ appId, callbackUri: app.callbackUri }))
    await expect(untyped({ mira, call }[owner], name, ...values)).rejects.toThrow(message)
  })
})
