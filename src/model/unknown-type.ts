declare const unknownType: unique symbol

/**
 * An `@odata.type` that neither the documentation nor the metadata declares. At run time it is a string.
 *
 * TypeScript never considers it equal to a literal, so a typo in the name of a known type is a type error. To check for a
 * type that is newer than this package, convert it to a string first.
 *
 * @example
 * ```ts
 * const call = readCall(body)
 * if (String(call.mediaConfig?.['@odata.type']) === '#microsoft.graph.newMediaConfig') console.log(call.id)
 * ```
 */
// A template literal type, because TypeScript compares a branded `string` with any literal and does not narrow by it.
export type UnknownODataType = `${string}.${string}` & { readonly [unknownType]: true }

/**
 * An object without a known `@odata.type` in a property that the metadata declares with an abstract type. The tolerant
 * schema keeps it unchanged. It checks only the properties that a known type declares.
 *
 * TypeScript distinguishes it from the known types by `@odata.type`.
 *
 * @example
 * ```ts
 * const { mediaConfig } = readCall(body)
 * if (mediaConfig?.['@odata.type'] === '#microsoft.graph.serviceHostedMediaConfig') console.log(mediaConfig.preFetchMedia)
 * ```
 */
export interface ObjectOfUnknownType {
  /** Type as named by the service, if it names one. Source: reported (bodies observed in real traffic). */
  '@odata.type'?: UnknownODataType | null
}
