import { declarationOf, navigationProperties, objectType, odataTypeOf } from '../model/index.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import { rewrite } from '../model/walk.ts'
import { entityUrl } from './entity-url.ts'
import type { Query } from './query.ts'
import { annotatedTypeOf } from './type-names.ts'

/**
 * A body with none of OData's control information, but what a client needs to get the rest and to count it.
 *
 * Source: OData JSON Format 4.0, 3.1.3 (`odata.metadata=none`).
 */
export function withoutControlInformation(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) =>
      /@odata\.(?!nextLink$|count$)/.test(key) ? [] : [[key, leaner(value)]],
    ),
  )
}

function leaner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(leaner)
  return isJsonObject(value) ? withoutControlInformation(value) : value
}

/** What a call's control information is made from. */
export interface Surroundings {
  /** The context URL of the answer. */
  readonly context: string
  /** The URL of all calls. */
  readonly setUrl: string
  readonly query: Query
}

/**
 * A call with all of OData's control information: the context, which entity it is, where it is changed, where the entities
 * are to which it relates, and the type of each value whose JSON does not tell it.
 *
 * @param id - of the call: it may be left out of the body
 * Source: OData JSON Format 4.0, 3.1.2 (`odata.metadata=full`), 4.5.
 */
export function withAllControlInformation(
  call: JsonObject,
  id: string,
  { context, setUrl, query }: Surroundings,
): JsonObject {
  const url = entityUrl(setUrl, id)
  const typed = rewrite(call, 'call', { object: withTypes })
  const related = navigationProperties.flatMap((name) => {
    const entities = typed[name]
    const links = isAskedFor(name, query)
      ? [
          [`${name}@odata.associationLink`, `${url}/${name}/$ref`],
          [`${name}@odata.navigationLink`, `${url}/${name}`],
        ]
      : []
    if (!Array.isArray(entities)) return links
    return [
      ...links,
      [name, entities.filter(isJsonObject).map((entity) => identified(entity, `${url}/${name}`))],
    ]
  })
  const self = { '@odata.context': context, '@odata.id': url, '@odata.editLink': url }
  // It stands first (OData JSON Format 4.0, 4.5), whatever the call had.
  return { ...self, ...typed, ...self, ...Object.fromEntries(related) }
}

/** Links lead to what a `$select` names, or to all where there is none. */
function isAskedFor(name: string, { select, expand }: Query): boolean {
  if (!select || select.items.includes(name)) return true
  return [...expand.keys()].some((expanded) => expanded === name)
}

function identified(entity: JsonObject, setUrl: string): JsonObject {
  const { id, '@odata.id': told } = entity
  const url = typeof id === 'string' ? entityUrl(setUrl, id) : told
  return url === undefined ? entity : { '@odata.id': url, '@odata.editLink': url, ...entity }
}

function withTypes(object: JsonObject, type: string): JsonObject {
  const own = objectType(type).abstract ? {} : { '@odata.type': odataTypeOf(type) }
  const properties = Object.entries(object).flatMap(([key, value]) => {
    const declared = declarationOf(type, key)?.property
    const name = declared && value !== null ? annotatedTypeOf(declared.type) : undefined
    const annotation = name === undefined ? [] : [[`${key}@odata.type`, name]]
    return [...annotation, [key, value]]
  })
  // What the call says of itself stands.
  return { ...own, ...Object.fromEntries(properties), ...object }
}
