import { describe, expect, test } from 'vitest'
import { callType, differencesFrom, readMetadata } from '../../src/metadata/index.ts'
import { metadataText } from './contoso.ts'

const metadata = readMetadata(metadataText)
const differences = (body: unknown) => differencesFrom(metadata, callType, body)

describe('accepts', () => {
  test.each([
    ['an incomplete call', {}],
    ['a property of the base type', { id: '1' }],
    ['null in nullable properties', { subject: null, state: null, operation: null }],
    ['undeclared properties of an open type', { invented: { at: [null, { all: 1 }] } }],
    [
      'control information and annotations',
      { '@odata.etag': 1, 'targets@odata.count': 1, '@contoso.note': {} },
    ],
    ['a type with #', { mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' } }],
    ['a type without #', { mediaConfig: { '@odata.type': 'microsoft.graph.serviceHostedMediaConfig' } }],
    ['a type with an alias', { mediaConfig: { '@type': '#graph.recordedMediaConfig', hours: 2 } }],
    [
      'a type as a URL',
      {
        mediaConfig: {
          '@odata.type': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.recordedMediaConfig',
        },
      },
    ],
    ['an empty object of an abstract type', { mediaConfig: {} }],
    [
      'an undeclared property with a declared @odata.type',
      { phone: { '@odata.type': '#microsoft.graph.identity', id: null } },
    ],
    ['flags', { sample: { color: 'red,blue' } }],
    ['flags with spaces', { sample: { color: 'red, blue' } }],
    ['null in a collection of nullable items', { sample: { maybeStrings: ['a', null] } }],
    ['null in a property of an undeclared type', { lost: null }],
  ])('%s', (_, body) => {
    expect(differences(body)).toEqual([])
  })
})

describe('reports', () => {
  test.each([
    ['a string', 'call', '', 'an object (microsoft.graph.call)', '"call"'],
    ['an array', [], '', 'an object (microsoft.graph.call)', 'an array of length 0'],
    ['null', null, '', 'microsoft.graph.call, not null', 'null'],
    [
      'an undeclared property of a closed type',
      { source: { participantId: 'x' } },
      'source.participantId',
      'no such property of microsoft.graph.participantInfo, which is not open',
      '"x"',
    ],
    [
      'null in a property that is not nullable',
      { direction: null },
      'direction',
      'microsoft.graph.callDirection, not null',
      'null',
    ],
    [
      'a string that is not a member',
      { state: 'ringing' },
      'state',
      'one of incoming, established, terminating (microsoft.graph.callState)',
      '"ringing"',
    ],
    [
      'a member in another case',
      { direction: 'Incoming' },
      'direction',
      expect.stringContaining('incoming'),
      '"Incoming"',
    ],
    ['a number instead of a member', { direction: 0 }, 'direction', expect.stringContaining('incoming'), '0'],
    [
      'two members of an enum without flags',
      { direction: 'incoming,outgoing' },
      'direction',
      expect.anything(),
      expect.anything(),
    ],
    [
      'a flag that is not a member',
      { sample: { color: 'red,green' } },
      'sample.color',
      'some of red, blue (contoso.samples.color)',
      '"red,green"',
    ],
    [
      'a string instead of an array',
      { requestedModalities: 'audio' },
      'requestedModalities',
      'an array (Collection(microsoft.graph.modality))',
      '"audio"',
    ],
    [
      'null instead of a collection',
      { targets: null },
      'targets',
      expect.stringContaining('an array'),
      'null',
    ],
    [
      'an item that is not a member',
      { requestedModalities: ['audio', 'smoke'] },
      'requestedModalities[1]',
      expect.stringContaining('audio, video'),
      '"smoke"',
    ],
    [
      'null in a collection',
      { targets: [null] },
      'targets[0]',
      'microsoft.graph.invitationParticipantInfo, not null',
      'null',
    ],
    [
      'null in a collection of entities',
      { participants: [null] },
      'participants[0]',
      'microsoft.graph.entity, not null',
      'null',
    ],
    [
      'a string instead of an object',
      { chatInfo: 'x' },
      'chatInfo',
      'an object (microsoft.graph.chatInfo)',
      '"x"',
    ],
    [
      'an undeclared type',
      { mediaConfig: { '@odata.type': '#microsoft.graph.smokeConfig' } },
      "mediaConfig['@odata.type']",
      'microsoft.graph.mediaConfig, or a declared type derived from it',
      '"#microsoft.graph.smokeConfig"',
    ],
    [
      'a type that is not derived',
      { mediaConfig: { '@odata.type': '#microsoft.graph.identity' } },
      "mediaConfig['@odata.type']",
      'microsoft.graph.mediaConfig, or a declared type derived from it',
      '"#microsoft.graph.identity"',
    ],
    [
      'an abstract type',
      { mediaConfig: { '@odata.type': '#microsoft.graph.mediaConfig' } },
      "mediaConfig['@odata.type']",
      'microsoft.graph.mediaConfig, or a declared non-abstract type derived from it',
      '"#microsoft.graph.mediaConfig"',
    ],
    [
      'a type that is not a string',
      { mediaConfig: { '@odata.type': 7 } },
      "mediaConfig['@odata.type']",
      expect.anything(),
      '7',
    ],
    [
      'another type of the call',
      { '@odata.type': '#microsoft.graph.identity' },
      "['@odata.type']",
      expect.stringContaining('microsoft.graph.call'),
      expect.anything(),
    ],
    [
      'an undeclared property of an abstract type without @odata.type',
      { mediaConfig: { hours: 1 } },
      'mediaConfig.hours',
      'no such property of microsoft.graph.mediaConfig, which is abstract: the @odata.type is missing',
      '1',
    ],
    [
      'a property of a derived type',
      { mediaConfig: { '@odata.type': '#microsoft.graph.recordedMediaConfig', hours: 'two' } },
      'mediaConfig.hours',
      'Edm.Int32',
      '"two"',
    ],
    [
      'an undeclared type in an open property',
      { invented: [{ deep: { '@odata.type': '#microsoft.graph.smoke' } }] },
      "invented[0].deep['@odata.type']",
      'a declared entity type or complex type',
      '"#microsoft.graph.smoke"',
    ],
    [
      'a wrong value in an undeclared property with a declared type',
      { phone: { '@odata.type': '#microsoft.graph.identity', id: 1 } },
      'phone.id',
      'Edm.String',
      '1',
    ],
    [
      'a property of an undeclared type',
      { lost: {} },
      'lost',
      'microsoft.graph.nowhere, which the document does not declare',
      'an object',
    ],
  ])('%s', (_, body, path, declared, found) => {
    expect(differences(body)).toEqual([{ path, declared, found }])
  })

  test('every difference in a body', () => {
    const body = { state: 'ringing', source: { id: 'x', identity: null }, targets: [{ identity: 1 }] }
    expect(differences(body).map(({ path }) => path)).toEqual([
      'state',
      'source.id',
      'source.identity',
      'targets[0].identity',
    ])
  })
})

describe('primitive types', () => {
  const cases: readonly (readonly [string, readonly unknown[], readonly unknown[]])[] = [
    ['binary', ['', 'AQI-_w=='], ['?', 1]],
    ['boolean', [true, false], ['true', 0]],
    ['date', ['2024-02-29'], ['2024-13-01', '2024-02-29T00:00:00Z', 20240229]],
    [
      'dateTimeOffset',
      ['2024-02-29T10:00:00Z', '2024-02-29T10:00:00.1234567+01:00'],
      ['2024-02-29T10:00:00', '2024-02-29', 1],
    ],
    ['decimal', [1.5, '1.5', '-2'], ['1,5', true]],
    ['double', [1, 1.5, -2e9, 'INF', '-INF', 'NaN'], ['1', 'Infinity']],
    ['single', [0.5, 'NaN'], ['0.5']],
    ['duration', ['PT2S', 'P1DT2H3M4.5S', '-P1D'], ['P', 'PT', '2S', 2]],
    [
      'guid',
      ['57dab8b1-894c-409a-b240-bd8beae78896', '57DAB8B1-894C-409A-B240-BD8BEAE78896'],
      ['57dab8b1', '57dab8b1894c409ab240bd8beae78896', 1],
    ],
    ['int16', [32767, -32768], [32768, 1.5, '1']],
    ['int32', [2147483647, -2147483648, 0], [2147483648, 0.5, '200']],
    ['int64', [0, 9007199254740991, '9223372036854775807'], [1.5, 'many']],
    ['port', [0, 255], [256, -1, '80']],
    ['sByte', [127, -128], [128]],
    ['string', ['', 'x'], [1, {}, []]],
    ['timeOfDay', ['10:00', '10:00:00.5'], ['24:00', '10']],
    ['untyped', ['x', 1, {}, []], []],
  ]
  test.each(cases)('%s', (name, valid, invalid) => {
    for (const value of valid) expect(differences({ sample: { [name]: value } }), `${value}`).toEqual([])
    for (const value of invalid) {
      expect(differences({ sample: { [name]: value } }), `${value}`).toMatchObject([
        { path: `sample.${name}` },
      ])
    }
  })

  test('the name of an inherited JavaScript property is not a type', () => {
    const text = metadataText.replace('Type="Edm.Untyped"', 'Type="toString"')
    expect(differencesFrom(readMetadata(text), callType, { sample: { untyped: 1 } })).toMatchObject([
      { declared: 'toString, which the document does not declare' },
    ])
  })

  test('circular base types do not loop', () => {
    const text = metadataText.replace(
      'Name="mediaConfig" Abstract="true"',
      'Name="mediaConfig" BaseType="graph.recordedMediaConfig"',
    )
    expect(
      differencesFrom(readMetadata(text), callType, { mediaConfig: { hours: 1, days: 1 } }),
    ).toMatchObject([{ path: 'mediaConfig.days' }])
  })
})

test.each([
  ['an undeclared property', (inner: unknown) => ({ invented: inner })],
  ['arrays', (inner: unknown) => [inner]],
])('reports too many levels of nesting, and does not exceed the stack: %s', (_, around) => {
  let body: unknown = 1
  for (let level = 0; level < 100_000; level++) body = around(body)
  expect(differences({ invented: body })).toEqual([
    expect.objectContaining({ declared: 'at most 200 levels of nesting', found: 'more' }),
  ])
})
