/**
 * Returns the canonical URL of an entity in a collection.
 *
 * Source: OData URL Conventions 4.0, 4.3.1: the key in parentheses and single quotes; quotes in the key are doubled.
 */
export function entityUrl(setUrl: string, id: string): string {
  // `toWellFormed` replaces lone surrogates, which cannot be percent-encoded.
  const key = encodeURIComponent(id.toWellFormed())
  return `${setUrl}('${key.replaceAll("'", "''")}')`
}
