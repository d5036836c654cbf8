import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixtures } from '../../fixtures/index.ts'
import { anyCall } from '../../generators/index.ts'
import { normalizeCall, readCall } from '../../src/index.ts'

test('leaves out nulls at any depth and keeps everything else', () => {
  const call = readCall({
    state: 'established',
    callbackUri: null,
    source: { region: null, identity: { user: { id: '1', displayName: null } } },
    targets: [],
    newProperty: { kept: null },
  })
  expect(normalizeCall(call)).toEqual({
    state: 'established',
    source: { identity: { user: { id: '1' } } },
    targets: [],
    newProperty: { kept: null },
  })
})

test('converts numbers in text, and spells members as the metadata does', () => {
  const call = readCall({
    state: 'terminated',
    resultInfo: { code: '200', subcode: '7015' },
    operations: [{ id: '1', status: 'completed' }],
  })
  expect(normalizeCall(call)).toMatchObject({
    resultInfo: { code: 200, subcode: 7015 },
    operations: [{ status: 'Completed' }],
  })
})

test('does not change the call', () => {
  const { body } = fixtures['result-codes-as-text']
  const before = JSON.stringify(body)
  normalizeCall(readCall(body))
  expect(JSON.stringify(body)).toBe(before)
})

test('returns a call without nulls for any call, and changes it only once', () => {
  fc.assert(
    fc.property(anyCall(), (call) => {
      const normalized = normalizeCall(call)
      expect(readCall(normalized)).toBe(normalized)
      expect(normalizeCall(readCall(normalized))).toEqual(normalized)
      expect(normalized.source).not.toBeNull()
    }),
  )
})
