import type { ReceivedCall } from 'graph-call-testkit'
import { ContractDefinitionError, defineCallContract, readsOf } from 'graph-call-testkit/contracts'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from './committed.ts'

const defined = (definition: object) =>
  Reflect.apply(defineCallContract, undefined, [{ consumer: 'my-bot', reads: ['state'], ...definition }])

describe('a body that is not JSON is rejected with the path of the value', () => {
  const circular: { id: string; self: unknown[] } = { ...peerToPeerCall(), self: [] }
  circular.self.push(circular)

  test.each<[string, object, string]>([
    [
      'a circular reference',
      circular,
      'self[0]: expected a JSON value, found a reference to an object that contains it',
    ],
    ['a date', { ...peerToPeerCall(), subject: new Date(0) }, 'subject: expected a JSON value, found a Date'],
    ['a bigint', { ...peerToPeerCall(), resultInfo: { code: 5n } }, 'resultInfo.code: expected a JSON value'],
    ['a toJSON method', { ...peerToPeerCall(), toJSON: () => 5 }, 'the body: expected a JSON value'],
    ['a list', { value: [peerToPeerCall()] }, 'the body: expected a call, found a list'],
  ])('%s', async (_name, body, message) => {
    const dir = await temporaryFolder()
    const define = () => defined({ dir, interactions: [{ name: 'own', body, callId: '1' }] })
    expect(define).toThrow(ContractDefinitionError)
    expect(define).toThrow(message)
  })
})

/** Properties that rosters and notifications were observed to have, and no source declares. */
const reported = [
  'coOrganizers',
  'participants[].isIdentityAnonymized',
  'participants[].meetingRole',
  'participants[].publishedStates',
  'participants[].replacementLink',
  'participants[].info.clientVersion',
  'participants[].info.endpointId',
  'participants[].info.platformId',
  'participants[].info.replacementLink',
]

test('a contract can read properties that were only observed', async () => {
  const dir = await temporaryFolder()
  const { reads } = defined({
    dir,
    reads: reported,
    interactions: ['undeclared-properties'],
    warn: () => {},
  })
  expect(reads).toEqual(reported.toSorted())
})

test('readsOf finds properties that were only observed', async () => {
  const show = ({ coOrganizers, participants }: ReceivedCall) =>
    participants?.map((each) => [
      coOrganizers,
      each.meetingRole,
      each.publishedStates,
      each.isIdentityAnonymized,
      each.replacementLink,
      each.info?.clientVersion,
      each.info?.endpointId,
      each.info?.platformId,
      each.info?.replacementLink,
    ])
  expect(await readsOf(show)).toEqual(reported.toSorted())
})
