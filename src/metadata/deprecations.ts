import type { XmlElement } from '@rgrove/parse-xml'
import { type Child, children } from './csdl.ts'
import type { FullName } from './csdl-attributes.ts'

/**
 * Yields the deprecated names of a child of a schema, with advice: annotations in the element and its members, or an
 * `Annotations` element for them. Source: OData Core vocabulary, Revisions.
 */
export function* deprecationsIn(
  { kind, element }: Child,
  namespace: string,
  fullName: FullName,
): Generator<readonly [string, string]> {
  const { Name, Target } = element.attributes
  const advice = deprecationIn(element)
  if (kind === 'Annotations') {
    const [type = '', ...members] = (Target ?? '').split('/')
    if (advice !== undefined) yield [[fullName(type), ...members].join('/'), advice]
    return
  }
  if (!/^(EntityType|ComplexType|EnumType)$/.test(kind)) return
  if (advice !== undefined) yield [`${namespace}.${Name}`, advice]
  for (const member of children(element)) {
    const own = deprecationIn(member.element)
    if (own !== undefined) yield [`${namespace}.${Name}/${member.element.attributes['Name']}`, own]
  }
}

/** Returns the description of the deprecation of an element, or `undefined` if it is not deprecated. */
export function deprecationIn(element: XmlElement): string | undefined {
  for (const annotation of children(element)) {
    if (annotation.kind !== 'Annotation') continue
    const { Term = '' } = annotation.element.attributes
    if (!/\bRevisions$/.test(Term)) continue
    const values = descendants(annotation.element)
    if (values.some(({ text }) => /\bDeprecated$/.test(text.trim()))) {
      return (
        values
          .map(({ attributes }) =>
            attributes['Property'] === 'Description' ? attributes['String'] : undefined,
          )
          .find((description) => description !== undefined) ?? ''
      )
    }
  }
  return undefined
}

/** An annotation has few levels: Collection, Record, PropertyValue, EnumMember. */
const maximumLevels = 6

function descendants(element: XmlElement, levels = maximumLevels): XmlElement[] {
  if (levels === 0) return []
  return children(element).flatMap((child) => [child.element, ...descendants(child.element, levels - 1)])
}
