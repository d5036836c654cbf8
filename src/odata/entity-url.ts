/**
 * The canonical URL of an entity in a set.
 *
 * Source: OData URL Conventions 4.0, 4.3.1: the key in brackets, in single quotes, which are doubled within.
 */
export function entityUrl(setUrl: string, id: string): string {
  // A half of a surrogate pair has no encoding.
  const key = encodeURIComponent(id.toWellFormed())
  return `${setUrl}('${key.replaceAll("'", "''")}')`
}
