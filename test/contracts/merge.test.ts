import { describe, expect, test } from 'vitest'
import { mergedPact, PactMergeError } from '../../contracts/pact-file/merge-interactions.ts'
import { type PactFile, PactFormatError, pactText, parsePact } from '../../contracts/pact-file/pact-file.ts'
import { committedPact, committedText } from './committed.ts'

/** Returns the committed pact with one of its interactions. */
const pactWith = (at: number): PactFile => {
  const pact = committedPact()
  return { ...pact, interactions: pact.interactions.slice(at, at + 1) }
}
const all = committedPact().interactions.map((_, at) => pactWith(at))

describe('merged pacts', () => {
  test('have the same text in any order', () => {
    expect(pactText(mergedPact(all))).toBe(committedText)
    expect(pactText(mergedPact(all.toReversed()))).toBe(committedText)
  })
  test('contain an interaction once, even if it ran twice', () => {
    expect(pactText(mergedPact([...all, ...all]))).toBe(committedText)
  })
  test('keep two interactions with the same description and different states', () => {
    const [other] = pactWith(0).interactions
    if (!other) throw new Error('The pact is empty.')
    const inOtherState = {
      ...other,
      providerStates: [{ name: 'a call exists', params: { id: '1', scenario: 'group' } }],
    }
    expect(mergedPact([...all, { ...pactWith(0), interactions: [inOtherState] }]).interactions).toHaveLength(
      all.length + 1,
    )
  })
  test('are rejected if two different interactions have the same description and state', () => {
    const [other] = pactWith(0).interactions
    if (!other) throw new Error('The pact is empty.')
    const changed = { ...other, response: { ...other.response, status: 418 } }
    expect(() => mergedPact([...all, { ...pactWith(0), interactions: [changed] }])).toThrow(PactMergeError)
    expect(() => mergedPact([...all, { ...pactWith(0), interactions: [changed] }])).toThrow(other.description)
  })
  test.each([
    ['consumer', { consumer: { name: 'another-bot' } }],
    ['provider', { provider: { name: 'another-service' } }],
    ['metadata', { metadata: { pactSpecification: { version: '4.0' } } }],
  ])('are rejected if the %s differs', (key, change) => {
    expect(() => mergedPact([pactWith(0), { ...pactWith(1), ...change }])).toThrow(`the ${key} differs`)
  })
  test('are rejected if the list is empty', () => expect(() => mergedPact([])).toThrow(PactMergeError))
})

describe('the text of a pact', () => {
  test('stays the same when parsed and formatted', () => {
    expect(pactText(parsePact(committedText, 'a.json'))).toBe(committedText)
  })
  test('does not depend on the order of keys', () => {
    const { consumer, ...rest } = committedPact()
    expect(pactText({ ...rest, consumer })).toBe(committedText)
  })
  test.each([
    ['not JSON', committedText.slice(0, 100), 'is not JSON'],
    ['an array', '[]', 'is not a valid pact'],
    ['version 3', committedText.replace('"4.0"', '"3.0.0"'), 'metadata.pactSpecification.version'],
    ['a message', committedText.replace('Synchronous/HTTP', 'Asynchronous/Messages'), 'interactions.0.type'],
  ])('is rejected if it is %s', (_, text, reason) => {
    expect(() => parsePact(text, 'a.json')).toThrow(PactFormatError)
    expect(() => parsePact(text, 'a.json')).toThrow(reason)
    expect(() => parsePact(text, 'a.json')).toThrow('a.json')
  })
})
