import { describe, expect, test } from 'vitest'
import { mergedPact, PactMergeError } from '../../contracts/pact-file/merge.ts'
import { type PactFile, PactFormatError, pactText, parsePact } from '../../contracts/pact-file/pact-file.ts'
import { committedPact, committedText } from './committed.ts'

/** A pact of one interaction of the one that is committed. */
const only = (at: number): PactFile => {
  const pact = committedPact()
  return { ...pact, interactions: pact.interactions.slice(at, at + 1) }
}
const all = committedPact().interactions.map((_, at) => only(at))

describe('pacts put together', () => {
  test('are the same text, whatever their order', () => {
    expect(pactText(mergedPact(all))).toBe(committedText)
    expect(pactText(mergedPact(all.toReversed()))).toBe(committedText)
  })
  test('hold an interaction once, however often it ran', () => {
    expect(pactText(mergedPact([...all, ...all]))).toBe(committedText)
  })
  test('keep two of one description, where their states differ', () => {
    const [other] = only(0).interactions
    if (!other) throw new Error('The pact is empty.')
    const elsewhere = {
      ...other,
      providerStates: [{ name: 'a call exists', params: { id: '1', fixture: 'group' } }],
    }
    expect(mergedPact([...all, { ...only(0), interactions: [elsewhere] }]).interactions).toHaveLength(
      all.length + 1,
    )
  })
  test('are refused where two different interactions have one description and state', () => {
    const [other] = only(0).interactions
    if (!other) throw new Error('The pact is empty.')
    const changed = { ...other, response: { ...other.response, status: 418 } }
    expect(() => mergedPact([...all, { ...only(0), interactions: [changed] }])).toThrow(PactMergeError)
    expect(() => mergedPact([...all, { ...only(0), interactions: [changed] }])).toThrow(other.description)
  })
  test.each([
    ['consumer', { consumer: { name: 'another-bot' } }],
    ['provider', { provider: { name: 'another-service' } }],
    ['metadata', { metadata: { pactSpecification: { version: '4.0' } } }],
  ])('are refused where the %s differs', (key, change) => {
    expect(() => mergedPact([only(0), { ...only(1), ...change }])).toThrow(`have one ${key}`)
  })
  test('must be some', () => expect(() => mergedPact([])).toThrow(PactMergeError))
})

describe('the text of a pact', () => {
  test('is read and written back the same', () => {
    expect(pactText(parsePact(committedText, 'a.json'))).toBe(committedText)
  })
  test('does not depend on the order of keys', () => {
    const { consumer, ...rest } = committedPact()
    expect(pactText({ ...rest, consumer })).toBe(committedText)
  })
  test.each([
    ['no JSON', committedText.slice(0, 100), 'is not JSON'],
    ['an array', '[]', 'no Pact V4 file'],
    ['version 3', committedText.replace('"4.0"', '"3.0.0"'), 'metadata.pactSpecification.version'],
    ['a message', committedText.replace('Synchronous/HTTP', 'Asynchronous/Messages'), 'interactions.0.type'],
  ])('is refused where it is %s', (_, text, reason) => {
    expect(() => parsePact(text, 'a.json')).toThrow(PactFormatError)
    expect(() => parsePact(text, 'a.json')).toThrow(reason)
    expect(() => parsePact(text, 'a.json')).toThrow('a.json')
  })
})
