/** True if a `Prefer` header contains a preference. Source: RFC 7240, 2: comma-separated and case-insensitive. */
export function prefers(prefer: string | null, preference: string): boolean {
  if (prefer === null) return false
  return prefer.split(',').some((item) => item.split(/[;=]/)[0]?.trim().toLowerCase() === preference)
}
