import { describe, expect, test } from 'vitest'
import { MetadataFormatError, readMetadata } from '../../src/metadata/index.ts'
import { metadataText } from './contoso.ts'

describe('readMetadata', () => {
  const { objects, enums, definitions, fullName } = readMetadata(metadataText)

  test('replaces aliases by namespaces', () => {
    expect(objects.get('microsoft.graph.call')).toMatchObject({
      base: 'microsoft.graph.entity',
      open: true,
      abstract: false,
    })
    expect(objects.get('contoso.samples.sample')?.properties.get('again')?.name).toBe(
      'contoso.samples.sample',
    )
    expect([fullName('graph.call'), fullName('self.sample'), fullName('Edm.String')]).toEqual([
      'microsoft.graph.call',
      'contoso.samples.sample',
      'Edm.String',
    ])
  })

  test('returns the type of each property, and if it is a collection or nullable', () => {
    const properties = objects.get('microsoft.graph.call')?.properties
    expect(properties?.get('subject')).toEqual({ name: 'Edm.String', isCollection: false, nullable: true })
    expect(properties?.get('direction')).toEqual({
      name: 'microsoft.graph.callDirection',
      isCollection: false,
      nullable: false,
    })
    expect(properties?.get('requestedModalities')).toEqual({
      name: 'microsoft.graph.modality',
      isCollection: true,
      nullable: true,
    })
    expect(properties?.get('participants')).toMatchObject({ isCollection: true, nullable: false })
    expect(properties?.get('operation')).toMatchObject({ isCollection: false, nullable: true })
  })

  test('returns enums, flags and type definitions', () => {
    expect(enums.get('microsoft.graph.modality')).toEqual({ members: ['audio', 'video'], isFlags: false })
    expect(enums.get('contoso.samples.color')).toEqual({ members: ['red', 'blue'], isFlags: true })
    expect(definitions.get('contoso.samples.port')).toBe('Edm.Byte')
  })

  test('resolves an alias that several schemas use to the own schema', () => {
    const schema = (namespace: string, type: string) =>
      `<Schema Namespace="${namespace}" Alias="self"><EntityType Name="${type}" BaseType="self.base"/></Schema>`
    const { objects } = readMetadata(
      `<Edmx Version="4.0"><DataServices>${schema('microsoft.graph', 'call')}${schema('contoso', 'thing')}</DataServices></Edmx>`,
    )
    expect([...objects.values()].map(({ base }) => base)).toEqual(['microsoft.graph.base', 'contoso.base'])
  })

  test('accepts a byte order mark and other prefixes', () => {
    const prefixed = metadataText
      .replaceAll(/<(\/?)edmx:/g, '<$1wrap:')
      .replaceAll('xmlns:edmx', 'xmlns:wrap')
      .replaceAll(/<(\/?)(Schema|EntityType|Property|Key|PropertyRef)\b/g, '<$1edm:$2')
    expect(readMetadata(`\uFEFF${prefixed}`).objects).toEqual(objects)
  })
})

describe('readMetadata rejects', () => {
  const within = (schema: string) =>
    `<edmx:Edmx Version="4.0"><edmx:DataServices>${schema}</edmx:DataServices></edmx:Edmx>`
  const graph = (content: string) => within(`<Schema Namespace="microsoft.graph">${content}</Schema>`)

  test.each([
    ['an empty text', '', /not XML/],
    ['JSON', '{"value":[]}', /not XML: .*line 1/],
    ['an incomplete document', metadataText.slice(0, 900), /not XML/],
    ['custom XML entities', `<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>`, /not XML: .*b/],
    ['an HTML page', '<html><body/></html>', /root element is html/],
    ['another OData version', '<edmx:Edmx Version="1.0"/>', /OData version: 1\.0/],
    ['a document without a version', '<edmx:Edmx/>', /OData version: none/],
    ['a document without types', within(''), /does not declare microsoft\.graph\.call/],
    [
      'a document in which call is an enum',
      graph('<EnumType Name="call"/>'),
      /does not declare microsoft\.graph\.call/,
    ],
    [
      'another namespace',
      metadataText.replace('"microsoft.graph"', '"contoso"'),
      /does not declare microsoft\.graph\.call/,
    ],
    ['a schema without a name', within('<Schema/>'), /Schema without Namespace, in the document/],
    ['a type without a name', graph('<EntityType/>'), /EntityType without Name, in microsoft\.graph/],
    [
      'a property without a type',
      graph('<EntityType Name="call"><Property Name="state"/></EntityType>'),
      /Property without Type, in microsoft\.graph\.call/,
    ],
  ])('%s', (_, text, message) => {
    expect(() => readMetadata(text)).toThrow(MetadataFormatError)
    expect(() => readMetadata(text)).toThrow(message)
  })
})
