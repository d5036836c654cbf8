import fc from 'fast-check'
import type { Call } from 'graph-call-testkit'
import {
  anyCallJson,
  anyCalls,
  type CallJson,
  type CallJsonOptions,
  GeneratorOptionError,
} from 'graph-call-testkit/generators'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'

const features = ['large-integer', 'duplicate-key', 'escaped-surrogates', 'lone-surrogate'] as const

describe('anyCallJson', () => {
  test.each(features)('shrinks to the smallest call with the feature %s', (feature) => {
    const texts: fc.Arbitrary<CallJson> = anyCallJson<CallJsonOptions>({ feature })
    const { counterexample } = fc.check(
      fc.property(texts, (text) => !text),
      { seed: 42 },
    )
    expect(counterexample?.[0].feature).toBe(feature)
    expect(counterexample?.[0]).toMatchSnapshot()
  })

  test('has text that does not survive JSON.parse and JSON.stringify', () => {
    for (const { text, feature } of fc.sample(anyCallJson(), { seed: 42, numRuns: 200 })) {
      const again = JSON.stringify(JSON.parse(text))
      if (feature === 'lone-surrogate')
        expect(new TextDecoder().decode(new TextEncoder().encode(again))).toBe(again)
      else expect(again).not.toBe(text)
    }
  })

  test('loses half of an emoji in UTF-8, if code writes it without an escape', () => {
    for (const { text } of fc.sample(anyCallJson({ feature: 'lone-surrogate' }), { seed: 42, numRuns: 50 })) {
      const { subject } = JSON.parse(text)
      expect(new TextDecoder().decode(new TextEncoder().encode(subject))).toContain('\ufffd')
    }
  })

  test('narrows the calls', () => {
    const texts = anyCallJson({ state: 'hold', feature: ['large-integer', 'duplicate-key'] })
    for (const { text, feature } of fc.sample(texts, { seed: 42, numRuns: 50 })) {
      expect(JSON.parse(text).state).toBe('hold')
      expect(['large-integer', 'duplicate-key']).toContain(feature)
    }
  })
})

describe('anyCalls', () => {
  test('generates lists that a tenant can start with, of every length', () => {
    const lengths = new Set<number>()
    fc.assert(
      fc.property(anyCalls({ minLength: 2, maxLength: 4, kind: 'group' }), (calls) => {
        lengths.add(calls.length)
        const tenant = createTenant({ calls })
        for (const { id, state } of calls) expect(tenant.call(id).state).toBe(state)
        expect(calls.every(({ chatInfo }) => chatInfo)).toBe(true)
      }),
      { seed: 42 },
    )
    expect(lengths).toEqual(new Set([2, 3, 4]))
  })

  test.each<[string, (call: Call) => string | null | undefined | false]>([
    ['legs of one conversation', ({ callChainId }) => callChainId],
    [
      'two calls of one person',
      ({ direction, source }) => direction === 'incoming' && source.identity.user?.id,
    ],
  ])('has %s, which code that uses it as a key loses', (_, keyOf) => {
    const { counterexample } = fc.check(
      fc.property(anyCalls(), (calls) => {
        const keys = calls.flatMap((call) => keyOf(call) || [])
        return new Set(keys).size === keys.length
      }),
      { seed: 42, numRuns: 300 },
    )
    expect(counterexample?.[0]).toHaveLength(2)
  })

  test('shrinks to the fewest calls, each as small as possible, with different ids', () => {
    const { counterexample } = fc.check(
      fc.property(anyCalls(), (calls) => calls.filter(({ state }) => state === 'hold').length < 2),
      { seed: 42, numRuns: 1_000 },
    )
    const [calls = []] = counterexample ?? []
    expect(calls.map(({ id, state }) => [id, state])).toEqual([
      ['2e1a0b00-2db4-4022-9570-243709c565ab', 'hold'],
      ['00000001-2db4-4022-9570-243709c565ab', 'hold'],
    ])
  })

  test.each([
    [{ minLength: 3, maxLength: 2 }, 'Invalid maxLength: 2. Expected an integer from 3 to 100000.'],
    [{ minLength: -1 }, 'Invalid minLength: -1. Expected an integer from 0 to 100000.'],
  ])('rejects %j when the arbitrary is created', (options, message) => {
    expect(() => anyCalls(options)).toThrow(GeneratorOptionError)
    expect(() => anyCalls(options)).toThrow(message)
  })
})
