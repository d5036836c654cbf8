import { readFileSync } from 'node:fs'
import { compareWithMetadata, type DriftFinding } from 'graph-call-testkit/metadata'
import { describe, expect, test } from 'vitest'
import { modelMetadata } from '../../src/metadata/model-metadata.ts'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const usnat = read('usnat-calls.csdl.xml')
const global = read('global-call.csdl.xml')
const textOf = ({ kind, type, property }: DriftFinding) =>
  `${kind} ${property === undefined ? type : `${type}.${property}`}`

describe('published documents', () => {
  test('usnat has no differences', () => {
    expect(compareWithMetadata(usnat, { cloud: 'usnat' })).toEqual([])
  })

  test('usnat lacks what the global cloud has', () => {
    const findings = compareWithMetadata(usnat)
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['breaking']))
    expect(findings.map(textOf)).toMatchSnapshot()
  })

  test('every type that the excerpt of the global cloud declares is equal', () => {
    const kinds = new Set(compareWithMetadata(global).map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['type-removed', 'action-removed']))
    const removed = compareWithMetadata(global).map(({ type }) => type)
    for (const [, name] of global.matchAll(/<(?:Entity|Complex|Enum)Type Name="(\w+)"/g)) {
      expect(removed).not.toContain(name)
    }
  })

  test('the declarations of the model refer to declared types', () => {
    const { objects, enums, actions } = modelMetadata({})
    const uses = [
      ...[...objects.values()].flatMap(({ properties }) => [...properties.values()]),
      ...actions.flatMap(({ boundTo, parameters }) => [boundTo, ...parameters.values()]),
    ]
    for (const { name } of uses)
      expect(/^Edm\./.test(name) || objects.has(name) || enums.has(name), name).toBe(true)
  })
})

const deprecation = (description: string) =>
  `<Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record><PropertyValue Property="Description" String="${description}"/><PropertyValue Property="Kind"><EnumMember>Org.OData.Core.V1.RevisionKind/Deprecated</EnumMember></PropertyValue></Record></Collection></Annotation>`
const inType = (type: string, from: string, to: string) => (text: string) => {
  const start = text.search(new RegExp(`<\\w+Type Name="${type}"`))
  const end = text.indexOf('Type>', start)
  const element = text.slice(start, end)
  if (start < 0 || !element.includes(from)) throw new Error(`${type} does not have ${from}.`)
  return text.slice(0, start) + element.replace(from, to) + text.slice(end)
}
const inAction = (name: string, binding: string, from: string, to: string) => (text: string) => {
  const actions = text.match(/<Action [\s\S]*?<\/Action>/g) ?? []
  const found = actions.find((each) => each.includes(`Name="${name}"`) && each.includes(`Type="${binding}"`))
  if (!found?.includes(from)) throw new Error(`${name} does not have ${from}.`)
  return text.replace(found, found.replace(from, to))
}
const without = (pattern: RegExp) => (text: string) => {
  if (!pattern.test(text)) throw new Error(`${pattern} does not match.`)
  return text.replace(pattern, '')
}
const adding = (element: string) => (text: string) => text.replace('</Schema>', `${element}</Schema>`)
const both = (first: (text: string) => string, second: (text: string) => string) => (text: string) =>
  second(first(text))
const bound = (name: string, binding: string, rest = '') =>
  `<Action Name="${name}" IsBound="true"><Parameter Name="bindingParameter" Type="${binding}"/>${rest}</Action>`

type Mutation = readonly [name: string, change: (text: string) => string, expected: Partial<DriftFinding>]

const mutations: readonly Mutation[] = [
  [
    'a new property',
    inType(
      'call',
      '<Property Name="subject"',
      '<Property Name="mood" Type="Edm.String"/><Property Name="subject"',
    ),
    { severity: 'new', kind: 'property-added', type: 'call', property: 'mood', theirs: 'Edm.String' },
  ],
  [
    'a property that the model has from the documentation',
    inType(
      'call',
      '<Property Name="subject"',
      '<Property Name="terminationReason" Type="Edm.String"/><Property Name="subject"',
    ),
    { severity: 'cosmetic', kind: 'property-added', type: 'call', property: 'terminationReason' },
  ],
  [
    'a removed property',
    inType('call', '<Property Name="subject" Type="Edm.String" />', ''),
    { severity: 'breaking', kind: 'property-removed', type: 'call', property: 'subject', ours: 'Edm.String' },
  ],
  [
    'another type',
    inType('resultInfo', 'Name="code" Type="Edm.Int32"', 'Name="code" Type="Edm.String"'),
    {
      severity: 'breaking',
      kind: 'type-changed',
      type: 'resultInfo',
      property: 'code',
      ours: 'Edm.Int32',
      theirs: 'Edm.String',
    },
  ],
  [
    'a collection that becomes a value',
    inType('call', 'Collection(graph.modality)', 'graph.modality'),
    {
      severity: 'breaking',
      kind: 'collection-changed',
      type: 'call',
      property: 'requestedModalities',
      theirs: 'modality',
    },
  ],
  [
    'a value that can become null',
    inType(
      'call',
      'Name="callbackUri" Type="Edm.String" Nullable="false"',
      'Name="callbackUri" Type="Edm.String"',
    ),
    {
      severity: 'breaking',
      kind: 'nullability-changed',
      type: 'call',
      property: 'callbackUri',
      theirs: 'nullable',
    },
  ],
  [
    'a value that is never null',
    inType('call', 'Name="subject" Type="Edm.String"', 'Name="subject" Type="Edm.String" Nullable="false"'),
    {
      severity: 'cosmetic',
      kind: 'nullability-changed',
      type: 'call',
      property: 'subject',
      theirs: 'not nullable',
    },
  ],
  [
    'a type that is no longer abstract',
    inType('meetingInfo', ' Abstract="true"', ''),
    { severity: 'breaking', kind: 'abstract-changed', type: 'meetingInfo', theirs: 'not abstract' },
  ],
  [
    'a type that becomes open',
    inType('chatInfo', 'Name="chatInfo"', 'Name="chatInfo" OpenType="true"'),
    { severity: 'new', kind: 'open-changed', type: 'chatInfo', theirs: 'open' },
  ],
  [
    'a type that is no longer open',
    inType('call', ' OpenType="true"', ''),
    { severity: 'cosmetic', kind: 'open-changed', type: 'call', theirs: 'closed' },
  ],
  [
    'another base type',
    inType('mediaPrompt', 'BaseType="graph.prompt"', 'BaseType="graph.callOptions"'),
    {
      severity: 'breaking',
      kind: 'base-changed',
      type: 'mediaPrompt',
      ours: 'prompt',
      theirs: 'callOptions',
    },
  ],
  [
    'a new member of an enum that has unknownFutureValue',
    inType('callState', '<Member Name="hold"', '<Member Name="parked" Value="77" /><Member Name="hold"'),
    { severity: 'new', kind: 'member-added', type: 'callState', property: 'parked' },
  ],
  [
    'a new member of an enum that does not have unknownFutureValue',
    inType(
      'callDirection',
      '<Member Name="outgoing"',
      '<Member Name="sideways" Value="77" /><Member Name="outgoing"',
    ),
    { severity: 'breaking', kind: 'member-added', type: 'callDirection', property: 'sideways' },
  ],
  [
    'a removed member that only the service sends',
    inType('callState', '<Member Name="hold" Value="4" />', ''),
    { severity: 'cosmetic', kind: 'member-removed', type: 'callState', property: 'hold' },
  ],
  [
    'a removed member that requests send',
    inType('rejectReason', '<Member Name="busy" Value="1" />', ''),
    { severity: 'breaking', kind: 'member-removed', type: 'rejectReason', property: 'busy' },
  ],
  [
    'an enum whose values can have several members',
    inType('modality', 'Name="modality"', 'Name="modality" IsFlags="true"'),
    { severity: 'breaking', kind: 'flags-changed', type: 'modality', theirs: 'several members' },
  ],
  [
    'a new type that extends another',
    adding('<ComplexType Name="holoMediaConfig" BaseType="graph.mediaConfig"/>'),
    { severity: 'new', kind: 'type-added', type: 'holoMediaConfig' },
  ],
  [
    'a new kind of identity',
    adding('<ComplexType Name="communicationsRobotIdentity" BaseType="graph.identity"/>'),
    { severity: 'new', kind: 'type-added', type: 'communicationsRobotIdentity' },
  ],
  [
    'a removed type',
    without(/<ComplexType Name="joinMeetingIdMeetingInfo"[\s\S]*?<\/ComplexType>/),
    { severity: 'breaking', kind: 'type-removed', type: 'joinMeetingIdMeetingInfo' },
  ],
  [
    'a new action',
    adding(bound('dance', 'graph.call')),
    { severity: 'new', kind: 'action-added', type: 'call/dance' },
  ],
  [
    'a new function of a list',
    adding(bound('count', 'Collection(graph.participant)').replaceAll('Action', 'Function')),
    { severity: 'new', kind: 'action-added', type: 'Collection(participant)/count' },
  ],
  [
    'a removed action',
    without(/<Action Name="keepAlive"[\s\S]*?<\/Action>/),
    { severity: 'breaking', kind: 'action-removed', type: 'call/keepAlive' },
  ],
  [
    'a new optional parameter',
    inAction('mute', 'graph.call', '<ReturnType', '<Parameter Name="softly" Type="Edm.Boolean"/><ReturnType'),
    { severity: 'new', kind: 'parameter-added', type: 'call/mute', property: 'softly' },
  ],
  [
    'a new required parameter',
    inAction(
      'mute',
      'graph.participant',
      '<ReturnType',
      '<Parameter Name="softly" Type="Edm.Boolean" Nullable="false"/><ReturnType',
    ),
    { severity: 'breaking', kind: 'parameter-added', type: 'participant/mute', property: 'softly' },
  ],
  [
    'a removed parameter',
    inAction('redirect', 'graph.call', '<Parameter Name="timeout" Type="Edm.Int32" />', ''),
    { severity: 'breaking', kind: 'parameter-removed', type: 'call/redirect', property: 'timeout' },
  ],
  [
    'another type of a parameter',
    inAction('redirect', 'graph.call', '"Edm.Int32"', '"Edm.Duration"'),
    { severity: 'breaking', kind: 'type-changed', type: 'call/redirect', property: 'timeout' },
  ],
  [
    'a parameter that becomes required',
    inAction('redirect', 'graph.call', '"Edm.Int32"', '"Edm.Int32" Nullable="false"'),
    { severity: 'breaking', kind: 'nullability-changed', type: 'call/redirect', property: 'timeout' },
  ],
  [
    'a parameter that can be left out',
    inAction('transfer', 'graph.call', ' Nullable="false"', ''),
    { severity: 'cosmetic', kind: 'nullability-changed', type: 'call/transfer', property: 'transferTarget' },
  ],
  [
    'another response of an action',
    inAction('mute', 'graph.call', 'graph.muteParticipantOperation', 'graph.commsOperation'),
    { severity: 'breaking', kind: 'return-type-changed', type: 'call/mute', theirs: 'commsOperation' },
  ],
  [
    'a deprecated property',
    inType(
      'call',
      'Name="subject" Type="Edm.String" />',
      `Name="subject" Type="Edm.String">${deprecation('Use topic.')}</Property>`,
    ),
    {
      severity: 'new',
      kind: 'deprecated',
      type: 'call',
      property: 'subject',
      theirs: 'deprecated: Use topic.',
    },
  ],
  [
    'a deprecated type, in an element of its own',
    adding(`<Annotations Target="graph.chatInfo">${deprecation('Old.')}</Annotations>`),
    { severity: 'new', kind: 'deprecated', type: 'chatInfo' },
  ],
  [
    'a deprecated action',
    inAction('keepAlive', 'graph.call', '</Action>', `${deprecation('Old.')}</Action>`),
    { severity: 'new', kind: 'deprecated', type: 'call/keepAlive' },
  ],
]

describe('mutations', () => {
  test.each(mutations)('finds %s, and nothing else', (_name, change, expected) => {
    const changed = change(usnat)
    expect(changed).not.toBe(usnat)
    const findings = compareWithMetadata(changed, { cloud: 'usnat' })
    expect(findings).toEqual([expect.objectContaining(expected)])
    expect(findings[0]?.fix).toMatch(/\.$/)
  })

  test('every kind of finding has a mutation', () => {
    const source = readFileSync(new URL('../../src/metadata/finding.ts', import.meta.url), 'utf8')
    const kinds = [...source.matchAll(/^ {2}\| '([\w-]+)'$/gm)].map(([, kind]) => kind)
    expect(kinds.length).toBeGreaterThan(10)
    expect(new Set(mutations.map(([, , { kind }]) => kind))).toEqual(new Set(kinds))
  })

  test('an unrelated change is not a difference', () => {
    const changed = both(
      adding(
        '<ComplexType Name="mailIdentity" BaseType="graph.identity"/><EntityType Name="mail" BaseType="graph.entity"/>',
      ),
      adding(bound('send', 'graph.mail') + bound('sort', 'graph.entity')),
    )(usnat)
    expect(compareWithMetadata(changed, { cloud: 'usnat' })).toEqual([])
  })
})

describe('wrong arguments', () => {
  test.each([{ csdl: undefined }, { csdl: 42 }, { csdl: [] }])(
    'rejects the document of $csdl',
    ({ csdl }) => {
      expect(() => Reflect.apply(compareWithMetadata, undefined, [csdl])).toThrow(
        /^Invalid csdl: .* Expected text or a Uint8Array\.$/,
      )
    },
  )

  test('rejects an unknown cloud', () => {
    expect(() => Reflect.apply(compareWithMetadata, undefined, ['<x/>', { cloud: 'mars' }])).toThrow(
      'Invalid cloud: "mars". Expected one of global, usgov, usnat.',
    )
  })
})
