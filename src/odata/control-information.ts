import { declarationsOf, navigationProperties, objectType, odataTypeOf } from '../model/index.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import { rewrite } from '../model/walk.ts'
import { entityUrl } from './entity-url.ts'
import type { Query } from './query.ts'
import { type Kept, rebuild } from './rebuild.ts'
import { annotatedTypeOf } from './type-names.ts'

/**
 * Removes OData's control information from a body, except for `@odata.nextLink` and `@odata.count`.
 *
 * Source: OData JSON Format 4.0, 3.1.3 (`odata.metadata=none`).
 */
export function withoutControlInformation(body: JsonObject): JsonObject {
  return rebuild<true>(body, true, (object, rule) =>
    Object.entries(object).flatMap(([key, value]): Kept<true>[] =>
      /@odata\.(?!nextLink$|count$)/.test(key) ? [] : [[key, value, rule]],
    ),
  )
}

/** Data for the control information of a call. */
export interface ResponseContext {
  /** Context URL of the response. */
  readonly context: string
  /** URL of the collection of calls. */
  readonly setUrl: string
  readonly query: Query
}

/**
 * Adds all of OData's control information to a call: the context, the ID and edit link, links to related entities, and the
 * type of each value whose JSON does not show it.
 *
 * @param id - the ID of the call, because `$select` can remove it from the body
 * Source: OData JSON Format 4.0, 3.1.2 (`odata.metadata=full`), 4.5.
 */
export function withAllControlInformation(
  call: JsonObject,
  id: string,
  { context, setUrl, query }: ResponseContext,
): JsonObject {
  const url = entityUrl(setUrl, id)
  const typed = rewrite(call, 'call', { object: withTypes })
  const related = navigationProperties.flatMap((name) => {
    const entities = typed[name]
    const links = isSelected(name, query)
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
  // `self` comes first (OData JSON Format 4.0, 4.5) and replaces values of the call.
  return { ...self, ...typed, ...self, ...Object.fromEntries(related) }
}

/** True if `$select` or `$expand` names a navigation property, or if there is no `$select`. */
function isSelected(name: string, { select, expand }: Query): boolean {
  if (!select || select.items.includes(name)) return true
  return [...expand.keys()].some((expanded) => expanded === name)
}

function identified(entity: JsonObject, setUrl: string): JsonObject {
  const { id, '@odata.id': existing } = entity
  const url = typeof id === 'string' ? entityUrl(setUrl, id) : existing
  return url === undefined ? entity : { '@odata.id': url, '@odata.editLink': url, ...entity }
}

/** Annotates the properties of an object. Annotations that it already has take precedence. */
function withTypes(object: JsonObject, type: string): JsonObject {
  const declarations = declarationsOf(type)
  const properties = new Map<string, unknown>()
  if (!objectType(type).abstract) properties.set('@odata.type', odataTypeOf(type))
  for (const key of Object.keys(object)) {
    const value = object[key]
    const declared = declarations.get(key)?.property
    const name = declared && value !== null ? annotatedTypeOf(declared.type) : undefined
    const annotation = `${key}@odata.type`
    if (name !== undefined && !Object.hasOwn(object, annotation)) properties.set(annotation, name)
    properties.set(key, value)
  }
  return Object.fromEntries(properties)
}
