/**
 * Where the documentation says what a tenant assumes, as the service's own answer is not known: what the response header
 * `x-testkit-assumption` holds.
 */
const assumptions = {
  query: 'docs/tenant.md#queries',
  format: 'docs/tenant.md#formats',
  lifecycle: 'docs/tenant.md#lifecycle',
  path: 'docs/tenant.md#paths-and-methods',
} as const

/** The header of an answer that rests on some of them; no header where it rests on none. */
export function assumptionHeader(
  ...made: readonly (keyof typeof assumptions | '' | false)[]
): Readonly<Record<string, string>> {
  const places = made.flatMap((name) => (name ? [assumptions[name]] : []))
  return places.length === 0 ? {} : { 'x-testkit-assumption': places.join(', ') }
}
