/** Sections of the documentation about assumptions: values of the response header `x-testkit-assumption`. */
const sections = {
  query: 'docs/tenant.md#queries',
  format: 'docs/tenant.md#formats',
  lifecycle: 'docs/tenant.md#lifecycle',
  path: 'docs/tenant.md#paths-and-methods',
  action: 'docs/tenant.md#actions',
  media: 'docs/media.md#assumptions',
  token: 'docs/tokens.md#assumptions',
} as const

/** Returns the header that links to the given assumptions, or an empty object without assumptions. */
export function assumptionHeader(
  ...assumptions: readonly (keyof typeof sections | '' | false)[]
): Readonly<Record<string, string>> {
  const links = assumptions.flatMap((name) => (name ? [sections[name]] : []))
  return links.length === 0 ? {} : { 'x-testkit-assumption': links.join(', ') }
}
