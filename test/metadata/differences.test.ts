import { describe, expect, test } from 'vitest'
import { callType, differencesFrom, readMetadata } from '../../src/metadata/index.ts'
import { metadataText } from './contoso.ts'

const metadata = readMetadata(metadataText)
const differences = (body: unknown) => differencesFrom(metadata, callType, body)

describe('no difference', () => {
  test.each([
    ['a part of a call', {}],
    ['a property of the base', { id: '1' }],
    ['null where that is declared', { subject: null, state: null, operation: null }],
    ['more than the document declares, of an open type', { invented: { at: [null, { all: 1 }] } }],
    [
      'control information and annotations',
      { '@odata.etag': 1, 'targets@odata.count': 1, '@contoso.note': {} },
    ],
    ['a type by its name', { mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' } }],
    ['a type without #', { mediaConfig: { '@odata.type': 'microsoft.graph.serviceHostedMediaConfig' } }],
    ['a type by its alias', { mediaConfig: { '@type': '#graph.recordedMediaConfig', hours: 2 } }],
    [
      'a type by its URL',
      {
        mediaConfig: {
          '@odata.type': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.recordedMediaConfig',
        },
      },
    ],
    ['an abstract type of which nothing is told', { mediaConfig: {} }],
    [
      'an open property whose type is named',
      { phone: { '@odata.type': '#microsoft.graph.identity', id: null } },
    ],
    ['flags', { sample: { colour: 'red,blue' } }],
    ['flags, with blanks', { sample: { colour: 'red, blue' } }],
    ['nulls in a collection that allows them', { sample: { maybeStrings: ['a', null] } }],
    ['a property of a type that the document lost, where it is null', { lost: null }],
  ])('%s', (_, body) => {
    expect(differences(body)).toEqual([])
  })
})

describe('a difference', () => {
  test.each([
    ['no object', 'call', '', 'an object (microsoft.graph.call)', '"call"'],
    ['an array', [], '', 'an object (microsoft.graph.call)', 'an array of 0'],
    ['null', null, '', 'microsoft.graph.call, not null', 'null'],
    [
      'a property that a closed type does not have',
      { source: { participantId: 'x' } },
      'source.participantId',
      'no such property of microsoft.graph.participantInfo, which is not open',
      '"x"',
    ],
    [
      'null where nothing is nullable',
      { direction: null },
      'direction',
      'microsoft.graph.callDirection, not null',
      'null',
    ],
    [
      'a string that is no member',
      { state: 'ringing' },
      'state',
      'one of incoming, established, terminating (microsoft.graph.callState)',
      '"ringing"',
    ],
    [
      'a member in other letters',
      { direction: 'Incoming' },
      'direction',
      expect.stringContaining('incoming'),
      '"Incoming"',
    ],
    ['a number for a member', { direction: 0 }, 'direction', expect.stringContaining('incoming'), '0'],
    [
      'two members of what is no set of flags',
      { direction: 'incoming,outgoing' },
      'direction',
      expect.anything(),
      expect.anything(),
    ],
    [
      'one flag that is no member',
      { sample: { colour: 'red,green' } },
      'sample.colour',
      'some of red, blue (contoso.samples.colour)',
      '"red,green"',
    ],
    [
      'no array',
      { requestedModalities: 'audio' },
      'requestedModalities',
      'an array (Collection(microsoft.graph.modality))',
      '"audio"',
    ],
    ['null for a collection', { targets: null }, 'targets', expect.stringContaining('an array'), 'null'],
    [
      'an element that is no member',
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
      'null among entities',
      { participants: [null] },
      'participants[0]',
      'microsoft.graph.entity, not null',
      'null',
    ],
    ['a string for an object', { chatInfo: 'x' }, 'chatInfo', 'an object (microsoft.graph.chatInfo)', '"x"'],
    [
      'a type that is not declared',
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
      'microsoft.graph.mediaConfig, or a declared type derived from it, none that is abstract',
      '"#microsoft.graph.mediaConfig"',
    ],
    [
      'a type that is no string',
      { mediaConfig: { '@odata.type': 7 } },
      "mediaConfig['@odata.type']",
      expect.anything(),
      '7',
    ],
    [
      'a call of another type',
      { '@odata.type': '#microsoft.graph.identity' },
      "['@odata.type']",
      expect.stringContaining('microsoft.graph.call'),
      expect.anything(),
    ],
    [
      'a property of an abstract type that is not named',
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
      'what an open property names',
      { phone: { '@odata.type': '#microsoft.graph.identity', id: 1 } },
      'phone.id',
      'Edm.String',
      '1',
    ],
    [
      'a type that the document uses and does not declare',
      { lost: {} },
      'lost',
      'microsoft.graph.nowhere, which the document does not declare',
      'an object',
    ],
  ])('%s', (_, body, path, declared, found) => {
    expect(differences(body)).toEqual([{ path, declared, found }])
  })

  test('each is told', () => {
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
  test.each(cases)('%s', (name, right, wrong) => {
    for (const value of right) expect(differences({ sample: { [name]: value } }), `${value}`).toEqual([])
    for (const value of wrong) {
      expect(differences({ sample: { [name]: value } }), `${value}`).toMatchObject([
        { path: `sample.${name}` },
      ])
    }
  })

  test('a name that every object has is no type', () => {
    const text = metadataText.replace('Type="Edm.Untyped"', 'Type="toString"')
    expect(differencesFrom(readMetadata(text), callType, { sample: { untyped: 1 } })).toMatchObject([
      { declared: 'toString, which the document does not declare' },
    ])
  })

  test('types that extend each other in a circle end', () => {
    const text = metadataText.replace(
      'Name="mediaConfig" Abstract="true"',
      'Name="mediaConfig" BaseType="graph.recordedMediaConfig"',
    )
    expect(
      differencesFrom(readMetadata(text), callType, { mediaConfig: { hours: 1, days: 1 } }),
    ).toMatchObject([{ path: 'mediaConfig.days' }])
  })
})
