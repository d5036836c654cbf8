import { sinceOf } from '../src/model/changes.ts'
import { disagreementsAbout, noteOf } from '../src/model/disagreements.ts'
import { errorTypes } from '../src/model/error.ts'
import {
  concreteTypesOf,
  derivedTypesOf,
  enumType,
  enumTypes,
  envelopeTypes,
  type ObjectType,
  objectType,
  objectTypes,
  odataTypeOf,
  openPropertiesOf,
  type Property,
  propertiesOf,
  sentTypes,
  type ValueType,
} from '../src/model/index.ts'
import { pascal } from './pascal.ts'

/** Generates the TypeScript types of the model: a strict and a received interface for each type, with documented properties. */
export function writeTypes(): string {
  const names = Object.keys(objectTypes)
  const callNames = names.filter((name) => !(name in envelopeTypes))
  return [
    '// Written by `npm run generate` from src/model. Change the model, not this file.',
    "import type { ObjectOfUnknownType } from './unknown-type.ts'",
    ...Object.keys(enumTypes).map(enumAlias),
    ...callNames.flatMap((name) => strictTypes(name)),
    ...callNames.filter((name) => !(name in sentTypes)).flatMap((name) => receivedTypes(name)),
    ...Object.keys(envelopeTypes).map(envelopeType),
  ].join('\n\n')
}

const quoted = (text: string) => `'${text}'`
const union = (members: readonly string[]) => members.join(' | ')
const received = (name: string) => `Received${pascal(name)}`
const key = (name: string) => (/^[a-z]\w*$/i.test(name) ? name : quoted(name))

/** Returns the name of the strict type of a value: `Any...` for a concrete type that other types extend. */
const strictName = (name: string) =>
  derivedTypesOf(name).length > 0 && !objectType(name).abstract ? `Any${pascal(name)}` : pascal(name)

function documentation(doc: string, source: string, indent = ''): string {
  return `${indent}/** ${doc} Source: ${source}. */`
}

/** Returns the doc comment of an exported type, with an example of its use. */
function documentationWithExample(doc: string, source: string, example: string): string {
  return [
    `/**`,
    ` * ${doc} Source: ${source}.`,
    ` *`,
    ` * @example`,
    ` * \`\`\`ts`,
    ` * ${example}`,
    ` * \`\`\``,
    ` */`,
  ].join('\n')
}

function enumAlias(name: string): string {
  const { doc, origin, members } = enumType(name)
  const example = `const ${name}: ${pascal(name)} = ${quoted(members[0] ?? '')}`
  const head = documentationWithExample(doc, `metadata (${origin}, ${name})`, example)
  return `${head}\nexport type ${pascal(name)} = ${union(members.map(quoted))}`
}

function typeDocumentation(name: string, { doc, origin }: ObjectType, typeName: string): string {
  const property = name in errorTypes ? (Object.keys(propertiesOf(name))[0] ?? '') : '@odata.type'
  const example = `const read = (${name}: ${typeName}) => ${name}${/\W/.test(property) ? `[${quoted(property)}]` : `.${property}`}`
  return documentationWithExample(doc, `${origin}, ${name}`, example)
}

function field(
  owner: string,
  name: string,
  { doc, provenance, origin }: Property,
  type: string,
  optional: boolean,
) {
  const subject = `${declaredBy(owner, name)}.${name}`
  const source = `${provenance} (${origin}${provenance === 'metadata' ? `, ${subject}` : ''})`
  return `${documentation(`${doc}${remarksOn(subject)}`, source, '  ')}\n  ${key(name)}${optional ? '?' : ''}: ${type}`
}

/** Returns since when a property exists, and what the sources say if they disagree. */
function remarksOn(subject: string): string {
  const since = sinceOf(subject)
  const notes = disagreementsAbout(subject).map((each) => ` The sources disagree. ${noteOf(each)}`)
  return `${since === undefined ? '' : ` Since ${since}.`}${notes.join('')}`
}

function tag(type: string, optional: boolean): string {
  const source = 'documented (OData JSON Format 4.0, 4.5.3)'
  return `${documentation('Name of the type.', source, '  ')}\n  '@odata.type'${optional ? '?' : ''}: ${type}`
}

function interfaceOf(head: string, name: string, fields: readonly string[]): string {
  return `${head}\nexport interface ${name} {\n${fields.join('\n')}\n}`
}

function strictTypes(name: string): string[] {
  const type = objectType(name)
  const derived = derivedTypesOf(name)
  const alias = () =>
    `${typeDocumentation(name, type, strictName(name))}\nexport type ${strictName(name)} = ${union(concreteTypesOf(name).map(pascal))}`
  if (type.abstract) return [alias()]
  const fields = Object.entries(propertiesOf(name))
    .filter(([, property]) => !property.tolerantOnly)
    .map(([name_, property]) =>
      field(
        name,
        name_,
        property,
        property.nullable
          ? nullable(valueType(property.type, strictValue))
          : valueType(property.type, strictValue),
        !property.required,
      ),
    )
  const declaration = interfaceOf(typeDocumentation(name, type, pascal(name)), pascal(name), [
    tag(quoted(odataTypeOf(name)), type.base === undefined),
    ...fields,
  ])
  return derived.length > 0 ? [declaration, alias()] : [declaration]
}

function receivedTypes(name: string): string[] {
  const type = objectType(name)
  const derived = derivedTypesOf(name)
  const head = typeDocumentation(
    name,
    { ...type, doc: `${type.doc} As received from the service.` },
    received(name),
  )
  if (type.abstract) {
    return [
      `${head}\nexport type ${received(name)} = ${union([...derived.map(received), 'ObjectOfUnknownType'])}`,
    ]
  }
  // A concrete base type includes the properties of its derived types, so these need no interface.
  if (type.base && !objectType(type.base).abstract) return []
  const odataType = odataTypeOf(name)
  const ownTags = union([odataType, odataType.slice(1)].map(quoted))
  const tagType = type.base ? ownTags : type.sealed ? `${ownTags} | null` : 'string | null'
  return [
    interfaceOf(head, received(name), [
      tag(tagType, !type.base),
      ...Object.entries(openPropertiesOf(name)).map(([name_, property]) =>
        field(name, name_, property, nullable(valueType(property.type, receivedValue)), true),
      ),
    ]),
  ]
}

/** Returns the type that declares a property: the type itself, a type that it extends, or a type that extends it. */
function declaredBy(name: string, property: string): string {
  const { base, properties } = objectType(name)
  if (property in properties) return name
  if (base && property in propertiesOf(base)) return declaredBy(base, property)
  const others = [...derivedTypesOf(name), ...(objectType(name).alsoReceived ?? [])]
  return others.find((other) => property in objectType(other).properties) ?? name
}

const nullable = (type: string) => (type === 'unknown' ? type : `${type} | null`)

function envelopeType(name: string): string {
  const { oneOf, sealed } = objectType(name)
  if (oneOf) {
    const types = oneOf.map((type) => envelopeValue({ kind: 'object', name: type }))
    return `${typeDocumentation(name, objectType(name), pascal(name))}\nexport type ${pascal(name)} = ${union([...types, 'ObjectOfUnknownType'])}`
  }
  const ownTags = union([odataTypeOf(name), odataTypeOf(name).slice(1)].map(quoted))
  const tags = name in errorTypes ? [] : [tag(`${sealed ? ownTags : 'string'} | null`, true)]
  const fields = Object.entries(propertiesOf(name)).map(([name_, property]) => {
    const type = valueType(property.type, envelopeValue)
    return field(name, name_, property, property.required ? type : nullable(type), !property.required)
  })
  return interfaceOf(typeDocumentation(name, objectType(name), pascal(name)), pascal(name), [
    ...tags,
    ...fields,
  ])
}

type Value = Exclude<
  ValueType,
  { kind: 'collection' | 'one-or-many' | 'string' | 'boolean' | 'double' | 'any' }
>

function valueType(type: ValueType, named: (type: Value) => string): string {
  switch (type.kind) {
    case 'string':
    case 'boolean':
      return type.kind
    case 'double':
      return 'number'
    case 'any':
      return 'unknown'
    case 'one-or-many': {
      const [one, many] = [type.one, type.many].map((name) => named({ kind: 'object', name }))
      return `${one} | ${many}[]`
    }
    case 'collection': {
      const item = valueType(type.of, named)
      return item.includes('|') ? `(${item})[]` : `${item}[]`
    }
    default:
      return named(type)
  }
}

function strictValue(type: Value): string {
  if (type.kind === 'enum') return pascal(type.name)
  return type.kind === 'object' ? strictName(type.name) : 'number'
}

function receivedValue(type: Value): string {
  if (type.kind === 'enum')
    return union([pascal(type.name), ...(enumType(type.name).alsoReceived ?? []).map(quoted)])
  if (type.kind === 'object') return received(type.name)
  return type.alsoText ? 'number | string' : 'number'
}

function envelopeValue(type: Value): string {
  return type.kind === 'object' && type.name in envelopeTypes ? pascal(type.name) : receivedValue(type)
}
