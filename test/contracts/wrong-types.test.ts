import { inspect } from 'node:util'
import { ContractDefinitionError, defineCallContract } from 'graph-call-testkit/contracts'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { expect, test } from 'vitest'
import { rejected } from './define.ts'

const body = peerToPeerCall()

test('rejects a value of a wrong type for any option, and says which one', () => {
  const values = [
    ...[null, 0, Number.NaN, true, 1n, Symbol('a'), '\0', '\ud800', () => 'pacts', new Map(), new Date()],
    ...[{}, [[]], [null], [{}], [Symbol('a')], Promise.resolve('pacts'), Object.create(null)],
  ]
  const call = (option: object) => ({ interactions: [{ name: 'a', body, ...option }] })
  const options: [name: string, allowed: readonly unknown[], definition: (value: unknown) => object][] = [
    ['consumer', [], (consumer) => ({ consumer })],
    ['provider', [], (provider) => ({ provider })],
    ['dir', [], (dir) => ({ dir })],
    ['staging', [], (staging) => ({ staging })],
    ['reads', [], (reads) => ({ reads })],
    ['interactions', [], (interactions) => ({ interactions })],
    ['cloud', [], (cloud) => ({ cloud })],
    ['warn', ['function'], (warn) => ({ warn })],
    ['query.$select', [], ($select) => ({ query: { $select } })],
    ['query.$expand', [], ($expand) => ({ query: { $expand } })],
    ['interactions[0].name', [], (name) => call({ name })],
    ['interactions[0]', [], (given) => call({ body: given })],
    ['interactions[0].callId', [], (callId) => call({ callId })],
    ['headers', [], (headers) => ({ headers: isEmpty(headers) ? 1 : headers })],
    ['version', [], (version) => ({ version })],
    ['exact', [], (exact) => ({ exact })],
    ['interactions[0]', [], (fixture) => ({ interactions: [{ fixture }] })],
    ['interactions[0].name', [], (name) => ({ interactions: [{ fixture: 'group', name }] })],
    ['interactions[0].unknownEnumMembers', ['boolean'], (unknownEnumMembers) => call({ unknownEnumMembers })],
    ['interactions[0].headers', [], (headers) => call({ headers: isEmpty(headers) ? 1 : headers })],
    ['interactions[0].version', [], (version) => call({ version })],
    ['interactions[0].exact', [], (exact) => call({ exact })],
    ['interactions[0].description', [], (description) => call({ description })],
    ['interactions[0].key', [], (key) => call({ key })],
    ['interactions[0].pending', ['boolean'], (pending) => call({ pending })],
    ['interactions[0].testName', [], (testName) => call({ testName })],
    ['interactions[0].comments', [], (comments) => call({ comments })],
    [
      'interactions[0].references',
      [],
      (references) => call({ references: isEmpty(references) ? 1 : references }),
    ],
    ['interactions[0].query.$select', [], ($select) => call({ query: { $select } })],
  ]
  for (const [name, allowed, definition] of options) {
    for (const value of values.filter((value) => !allowed.includes(typeof value))) {
      const label = `${name}: ${inspect(value)}`
      const error = errorOf(rejected(definition(value)))
      expect(error, label).toBeInstanceOf(ContractDefinitionError)
      expect(Object(error).option, label).toMatch(new RegExp(`^${name.replaceAll(/[[\].$]/g, '\\$&')}`))
      expect(error, label).toHaveProperty('value')
    }
  }
  for (const query of values.filter((value) => !isEmpty(value)))
    expect(errorOf(rejected({ query })), inspect(query)).toBeInstanceOf(ContractDefinitionError)
  for (const definition of [undefined, ...values]) {
    const define = () => Reflect.apply(defineCallContract, undefined, [definition])
    expect(errorOf(define), inspect(definition)).toBeInstanceOf(ContractDefinitionError)
  }
})

/** True for an object without options, which is valid for a query and for headers. */
const isEmpty = (value: unknown) => /^\[Object: null|^\{\}/.test(inspect(value))

function errorOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
