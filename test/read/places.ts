import { objectType, openPropertiesOf, receivedTagsOf, type ValueType } from '../../src/model/index.ts'
import type { Path } from '../../src/model/path.ts'

/** A place in a body that holds an object. */
export interface Place {
  readonly path: Path
  /** Type that the model declares at the place. */
  readonly declared: string
  /** Returns the smallest body with an object at the place. */
  readonly bodyWith: (object: object) => object
}

/** Properties that the smallest object of a type needs in its place. */
const needed: Readonly<Record<string, object>> = {
  call: { id: '1' },
  callErrorDetail: { code: '8522' },
  commsNotification: { changeType: 'updated' },
}

/**
 * Returns every place of an object in a body, also in objects of each type that one of several can have. Leaves out the
 * places in the call of a notification, which are those of a call.
 */
export function placesIn(root: string): Place[] {
  const whole: Place = { path: [], declared: root, bodyWith: (object) => ({ ...needed[root], ...object }) }
  return [whole, ...placesWithin(whole)]
}

function placesWithin(parent: Place): Place[] {
  const { oneOf } = objectType(parent.declared)
  const owners = (oneOf ?? [parent.declared]).filter((name) => name !== 'call' || parent.path.length === 0)
  return owners.flatMap((owner) => {
    const tag = oneOf ? { '@odata.type': receivedTagsOf(owner)[0] } : {}
    return Object.entries(openPropertiesOf(owner)).flatMap(([key, { type }]) =>
      inValue(type).flatMap(({ declared, steps }) => {
        const place: Place = {
          path: [...parent.path, key, ...steps],
          declared,
          bodyWith: (object) => {
            const inner = { ...needed[declared], ...object }
            return parent.bodyWith({ ...tag, [key]: steps.length > 0 ? [inner] : inner })
          },
        }
        return [place, ...placesWithin(place)]
      }),
    )
  })
}

function inValue(type: ValueType): { declared: string; steps: Path }[] {
  switch (type.kind) {
    case 'object':
      return [{ declared: type.name, steps: [] }]
    case 'collection':
      return inValue(type.of).map(({ declared }) => ({ declared, steps: [0] }))
    case 'one-or-many':
      return [
        { declared: type.one, steps: [] },
        { declared: type.many, steps: [0] },
      ]
    default:
      return []
  }
}

/** Returns values of each JSON type that a type of the model does not accept, with the path to what is wrong. */
export function wrongValuesOf(type: ValueType): { value: unknown; at: Path }[] {
  const whole = (values: readonly unknown[]) => values.map((value) => ({ value, at: [] }))
  switch (type.kind) {
    case 'string':
      return whole([17.5, true, {}, []])
    case 'boolean':
      return whole([17.5, 'text', {}, []])
    case 'int32':
    case 'int64':
    case 'enum':
      return whole([17.5, true, 'text', {}, []])
    case 'double':
      return whole([true, 'text', {}, []])
    case 'object':
      return whole([17.5, true, 'text', []])
    case 'collection': {
      const inner = wrongValuesOf(type.of).map(({ value, at }) => ({ value: [value], at: [0, ...at] }))
      const none = type.of.kind === 'any' ? [] : [{ value: [null], at: [0] }]
      return [...whole([17.5, true, 'text', {}]), ...inner, ...none]
    }
    case 'one-or-many':
      return whole([17.5, true, 'text'])
    case 'any':
      return []
  }
}
