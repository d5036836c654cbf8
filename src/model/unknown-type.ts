declare const unknownType: unique symbol

/**
 * The `@odata.type` of a type that neither the documentation nor the metadata knows: text, at run time.
 *
 * A literal is never equal to it, so a typo in the name of a known type is a type error. To look for a type that is
 * newer than this package: `String(config['@odata.type']) === '#microsoft.graph.newMediaConfig'`.
 */
// A template, for TypeScript holds a branded `string` to be comparable with any literal, and would not narrow by it.
export type UnknownODataType = `${string}.${string}` & { readonly [unknownType]: true }

/**
 * An object that came where the metadata declares an abstract type, without an `@odata.type` that is known.
 * It is kept as it came; nothing is known of its properties.
 *
 * The brand lets TypeScript tell it from the known types:
 * `if (config['@odata.type'] === '#microsoft.graph.serviceHostedMediaConfig')` leaves only that one.
 */
export interface ObjectOfUnknownType {
  /** What the service called the type; absent where it said nothing. Source: reported: bodies seen in real traffic. */
  '@odata.type'?: UnknownODataType | null
}
