/**
 * Where the documentation says what a tenant assumes, as the service's own answer is not known: what the response header
 * `x-testkit-assumption` holds.
 */
export const assumptions = {
  query: 'docs/tenant.md#queries',
  format: 'docs/tenant.md#formats',
  path: 'docs/tenant.md#paths-and-methods',
} as const

/** What of it an answer rests on; an answer that rests on none has no such header. */
export type Assumption = keyof typeof assumptions

export function assumptionHeader(made: readonly Assumption[]): Readonly<Record<string, string>> {
  if (made.length === 0) return {}
  return { 'x-testkit-assumption': made.map((name) => assumptions[name]).join(', ') }
}
