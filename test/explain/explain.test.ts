import { TestkitError } from 'graph-call-testkit'
import { explain, explainBody, explanations, UnknownNameError } from 'graph-call-testkit/explain'
import { fixture, groupCall, notification, operation, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'

describe('explain', () => {
  test('explains a path of a call', () => {
    expect(explain('mediaConfig.preFetchMedia[].uri')).toMatchObject({
      name: 'mediaInfo.uri',
      kind: 'property',
      type: 'string',
      nullable: false,
      provenance: ['metadata', 'documented', 'reported'],
      source: '$metadata v1.0, mediaInfo.uri',
      seenIn: expect.arrayContaining(['peer-to-peer', 'prompt-played']),
    })
  })

  test.each([
    ['state', 'call.state'],
    ['targets[0].identity.user.id', 'identity.id'],
    ['targets[*].identity.user.id', 'identity.id'],
    ['targets.identity.phone', 'identitySet.phone'],
    ['$.targets[0].identity', 'invitationParticipantInfo.identity'],
    ["mediaConfig['@odata.type']", 'mediaConfig.@odata.type'],
    ['mediaConfig.@odata.type', 'mediaConfig.@odata.type'],
    ['@odata.context', 'call.@odata.context'],
    ['call.state', 'call.state'],
    ['participantInfo.identity', 'participantInfo.identity'],
    ['value[0].resourceData.state', 'call.state'],
    ['value[].resourceData[].isMuted', 'participant.isMuted'],
    ['error.innerError.request-id', 'callInnerError.request-id'],
    ['recordingLocation', 'recordOperation.recordingLocation'],
    ['presentedModalityTypes', 'skypeIncomingCall.presentedModalityTypes'],
    ['callState.hold', 'callState.hold'],
    ['callState', 'callState'],
    ['participant', 'participant'],
    ['playPrompt', 'playPrompt'],
    ['answer.callbackUri', 'answer.callbackUri'],
    ['8522', '8522'],
    ['8529', '8529'],
    ['7000215', 'AADSTS7000215'],
    ['200/7015', '200/7015'],
    ['throttled', 'throttled'],
    ['call-established', 'call-established'],
    ['Barge-in', 'Barge-in'],
  ])('finds %s', (name, expected) => {
    expect(explain(name).name).toBe(expected)
  })

  test('finds everything by its own name', () => {
    const lost = explanations().filter(({ name }) => explain(name).name !== name)
    // A path of a call comes before a type or an enum of the same name.
    expect(lost.filter(({ name }) => explain(name).name !== `call.${name}`)).toEqual([])
    for (const { name } of lost) expect(explain(`#microsoft.graph.${name}`).name).toBe(name)
  })

  test.each([
    ['stat', 'state'],
    ['mediaConfig.preFetchMedia[].ur', 'mediaConfig.preFetchMedia[].uri'],
    ['targets[0].identity.usr', 'targets[].identity.user'],
    ['callState.held', 'callState.hold'],
    ['8523x', '8523'],
    ['200/7016', '200/7015'],
    ['throttle', 'throttled'],
    ['playPromt', 'playPrompt'],
  ])('suggests the nearest name for %s', (name, nearest) => {
    const error = errorOf(() => explain(name))
    expect(error).toBeInstanceOf(UnknownNameError)
    expect(error).toBeInstanceOf(TestkitError)
    expect(error).toMatchObject({ unknownName: name, nearest: expect.arrayContaining([nearest]) })
    expect(String(error)).toContain(`"${nearest}"`)
  })

  test.each(['', '.', '[]', '[', "['", '__proto__', 'constructor', 'x'.repeat(100_000), 'a.'.repeat(10_000)])(
    'rejects an invalid name',
    (name) => {
      expect(() => explain(name)).toThrow(UnknownNameError)
      expect(String(errorOf(() => explain(name))).length).toBeLessThan(1_000)
    },
  )

  test('says in which sources a fact differs', () => {
    const { note, provenance, watchFor } = explain('callState.ringing')
    expect(note).toContain('metadata: not a member ($metadata v1.0, callState)')
    expect(provenance).toEqual(['documented'])
    expect(watchFor).toContain('No schema accepts it.')
  })

  test('says since when a property exists, and in which clouds it does not', () => {
    expect(explain('callOptions.isDeltaRosterEnabled').since).toBe('2024-11')
    expect(explain('call.audioRoutingGroups').watchFor.join()).toContain('usgov, usnat')
    expect(explain('state').since).toBeUndefined()
  })

  test('says what is assumed', () => {
    expect(explain('400/8508').assumed.join()).toContain('Canceled prompts')
    expect(explain('8548').provenance).toEqual(['assumed'])
  })

  test('is deeply frozen, and the same each time', () => {
    const explanation = explain('state')
    expect(explain('call.state')).toBe(explanation)
    for (const value of [explanation, explanation.members, explanation.sources, explanation.sources[0]]) {
      expect(Object.isFrozen(value)).toBe(true)
    }
  })
})

describe('explainBody', () => {
  test.each([
    ['a call', groupCall()],
    ['another call', peerToPeerCall()],
    ['reported properties', fixture('undeclared-properties')],
    ['an error', fixture('call-not-found')],
    ['a roster', notification('roster-user-joined')],
    ['an operation', operation('invite-participants')],
  ])('explains every path of %s', (_name, body) => {
    const paths = explainBody(body)
    expect(paths.filter(({ explanation }) => !explanation)).toEqual([])
    expect(paths.map(({ path }) => path)).toEqual(
      expect.arrayContaining(Object.keys(body).filter((key) => !key.includes('@'))),
    )
  })

  test('has the index of each element', () => {
    const paths = explainBody(peerToPeerCall()).map(({ path }) => path)
    expect(paths).toContain('targets[0].identity.user.id')
  })

  test('has no explanation for a property that the model does not know', () => {
    const [only] = explainBody({ surprise: { nested: true } })
    expect(only).toEqual({ path: 'surprise' })
  })

  test('limits the number of paths', () => {
    const body = { targets: Array.from({ length: 20_000 }, () => ({ hidden: true })) }
    expect(explainBody(body)).toHaveLength(10_000)
  })
})

function errorOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}
