import { pageOfAction } from '../model/actions/action-definitions.ts'
import { type Action, actions } from '../model/actions/index.ts'
import { declaredBase, declaredNullable, declaredParameterType, openTypes } from '../model/declared.ts'
import {
  enumTypes,
  navigationProperties,
  type ObjectType,
  objectTypes,
  type Property,
  type ValueType,
} from '../model/index.ts'
import { absentNames, type MetadataVersion } from '../model/metadata-version.ts'
import type { Metadata, MetadataAction, MetadataEnumType, MetadataObjectType, TypeUse } from './metadata.ts'

const fullName = (name: string) => `microsoft.graph.${name}`

const objectsByName: ReadonlyMap<string, ObjectType> = new Map(Object.entries(objectTypes))

/** Returns the declarations of the metadata that the model was made from: those with the source `metadata`. */
export function modelMetadata(version: MetadataVersion): Metadata {
  const absent = absentNames(version)
  const declared = [...objectsByName].filter(
    ([name, { origin }]) => origin.startsWith('$metadata') && !absent.has(name),
  )
  const objects = [entity, ...declared.map(([name, type]) => objectTypeOf(name, type, absent))]
  return {
    objects: new Map(objects.map((type) => [type.name, type])),
    enums: new Map(Object.entries(enumTypes).map(([name, type]) => [fullName(name), enumTypeOf(type)])),
    definitions: new Map(),
    actions: actions.flatMap((action) => actionOf(action, absent)),
    deprecated: new Map(),
    fullName: (name) => name,
  }
}

/** Base type of all entities. */
const entity: MetadataObjectType = {
  name: fullName('entity'),
  base: undefined,
  abstract: true,
  open: false,
  properties: new Map([['id', { name: 'Edm.String', isCollection: false, nullable: false }]]),
}

function objectTypeOf(name: string, type: ObjectType, absent: ReadonlySet<string>): MetadataObjectType {
  const { [name]: base = type.base } = declaredBase
  const own = Object.entries(Object.hasOwn(declaredBase, name) ? {} : type.properties).filter(
    ([key, { provenance }]) =>
      provenance === 'metadata' && !(key === 'id' && isEntity(type)) && !absent.has(`${name}.${key}`),
  )
  return {
    name: fullName(name),
    base: isEntity(type) ? entity.name : base && fullName(base),
    abstract: type.abstract === true,
    open: openTypes.includes(name),
    properties: new Map(own.map(([key, property]) => [key, useOf(`${name}.${key}`, property)])),
  }
}

/** True for a type that inherits its id. `identity` has an id as well, but is a complex type: its id is nullable. */
function isEntity({ base, properties: { id } }: ObjectType): boolean {
  return base === undefined && id?.provenance === 'metadata' && !id.nullable
}

function enumTypeOf({ members, flags }: { members: readonly string[]; flags?: true }): MetadataEnumType {
  return { members, isFlags: flags === true }
}

function useOf(subject: string, { type, required }: Property): TypeUse {
  const { name, isCollection } = typeOf(type)
  const isNavigation = navigationProperties.some((each) => subject === `call.${each}`)
  return { name, isCollection, nullable: declaredNullable[subject] ?? (!required && !isNavigation) }
}

function typeOf(type: ValueType): Pick<TypeUse, 'name' | 'isCollection'> {
  if (type.kind === 'collection') return { ...typeOf(type.of), isCollection: true }
  return { name: edmNameOf(type), isCollection: false }
}

const stringFormats = {
  'date-time': 'DateTimeOffset',
  'https-uri': 'String',
  guid: 'Guid',
  duration: 'Duration',
} as const

function edmNameOf(type: ValueType): string {
  switch (type.kind) {
    case 'string':
      return `Edm.${type.format ? stringFormats[type.format] : 'String'}`
    case 'boolean':
      return 'Edm.Boolean'
    case 'int32':
      return 'Edm.Int32'
    case 'int64':
      return 'Edm.Int64'
    case 'double':
      return 'Edm.Double'
    case 'enum':
    case 'object':
      return fullName(type.name)
    default:
      return 'Edm.Untyped'
  }
}

/** Returns the action of the metadata. Other requests are not actions: they read, change or add a resource. */
function actionOf(action: Action, absent: ReadonlySet<string>): MetadataAction[] {
  const { method, path, parameters = {}, betaOnly, response } = action
  const name = path.slice(path.lastIndexOf('/') + 1)
  const boundTo = bindingOf(path)
  if (method !== 'POST' || betaOnly || !boundTo || absent.has(action.name)) return []
  const declared = Object.entries(parameters).filter(
    ([key, { origin }]) => origin === pageOfAction && !absent.has(`${action.name}.${key}`),
  )
  return [
    {
      name,
      boundTo,
      parameters: new Map(declared.map(([key, each]) => [key, parameterOf(`${action.name}.${key}`, each)])),
      returns: response.body && { ...typeOf(response.body), nullable: true },
    },
  ]
}

function parameterOf(subject: string, property: Property): TypeUse {
  const { name, ...use } = useOf(subject, property)
  const short = name.slice(fullName('').length)
  return { ...use, name: declaredParameterType[short] ? fullName(declaredParameterType[short]) : name }
}

function bindingOf(path: string): TypeUse | undefined {
  const use = (name: string, isCollection: boolean) => ({
    name: fullName(name),
    isCollection,
    nullable: true,
  })
  if (/^\/calls\/\{id\}\/participants\/\{participantId\}\/\w+$/.test(path)) return use('participant', false)
  if (/^\/calls\/\{id\}\/participants\/\w+$/.test(path)) return use('participant', true)
  const [, own = ''] = /^\/calls\/\{id\}\/(\w+)$/.exec(path) ?? []
  if (own) return navigationProperties.some((each) => each === own) ? undefined : use('call', false)
  return /^\/calls\/\w+$/.test(path) ? use('call', true) : undefined
}
