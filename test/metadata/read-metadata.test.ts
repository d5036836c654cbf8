import { describe, expect, test } from 'vitest'
import { MetadataFormatError, readMetadata } from '../../src/metadata/index.ts'
import { metadataText } from './contoso.ts'

describe('what a document declares', () => {
  const { objects, enums, definitions, fullName } = readMetadata(metadataText)

  test('is known by full names, whatever alias the document uses', () => {
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

  test('says of each property its type, whether it is a collection, and whether it may be null', () => {
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

  test('has enums, flags among them, and names for primitive types', () => {
    expect(enums.get('microsoft.graph.modality')).toEqual({ members: ['audio', 'video'], isFlags: false })
    expect(enums.get('contoso.samples.colour')).toEqual({ members: ['red', 'blue'], isFlags: true })
    expect(definitions.get('contoso.samples.port')).toBe('Edm.Byte')
  })

  test('means its own schema by "self", where several call themselves so', () => {
    const schema = (namespace: string, type: string) =>
      `<Schema Namespace="${namespace}" Alias="self"><EntityType Name="${type}" BaseType="self.base"/></Schema>`
    const { objects } = readMetadata(
      `<Edmx Version="4.0"><DataServices>${schema('microsoft.graph', 'call')}${schema('contoso', 'thing')}</DataServices></Edmx>`,
    )
    expect([...objects.values()].map(({ base }) => base)).toEqual(['microsoft.graph.base', 'contoso.base'])
  })

  test('is the same with a byte order mark, and under other prefixes', () => {
    const prefixed = metadataText
      .replaceAll(/<(\/?)edmx:/g, '<$1wrap:')
      .replaceAll('xmlns:edmx', 'xmlns:wrap')
      .replaceAll(/<(\/?)(Schema|EntityType|Property|Key|PropertyRef)\b/g, '<$1edm:$2')
    expect(readMetadata(`\uFEFF${prefixed}`).objects).toEqual(objects)
  })
})

describe('a text is no $metadata document of Graph', () => {
  const within = (schema: string) =>
    `<edmx:Edmx Version="4.0"><edmx:DataServices>${schema}</edmx:DataServices></edmx:Edmx>`
  const graph = (content: string) => within(`<Schema Namespace="microsoft.graph">${content}</Schema>`)

  test.each([
    ['that is empty', '', /no XML/],
    ['that is JSON', '{"value":[]}', /no XML: .*line 1/],
    ['that is cut off', metadataText.slice(0, 900), /no XML/],
    ['with an entity of its own', `<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>`, /no XML: .*b/],
    ['that is a page', '<html><body/></html>', /no CSDL: its root is html/],
    ['of another OData', '<edmx:Edmx Version="1.0"/>', /another version of OData: 1\.0/],
    ['without a version', '<edmx:Edmx/>', /another version of OData: none/],
    ['without types', within(''), /CSDL without microsoft\.graph\.call/],
    ['where a call is an enum', graph('<EnumType Name="call"/>'), /CSDL without microsoft\.graph\.call/],
    [
      'of another namespace',
      metadataText.replace('"microsoft.graph"', '"contoso"'),
      /without microsoft\.graph\.call/,
    ],
    ['with a schema that has no name', within('<Schema/>'), /Schema without Namespace, in the document/],
    ['with a type that has no name', graph('<EntityType/>'), /EntityType without Name, in microsoft\.graph/],
    [
      'with a property that has no type',
      graph('<EntityType Name="call"><Property Name="state"/></EntityType>'),
      /Property without Type, in microsoft\.graph\.call/,
    ],
  ])('%s', (_, text, message) => {
    expect(() => readMetadata(text)).toThrow(MetadataFormatError)
    expect(() => readMetadata(text)).toThrow(message)
  })
})
