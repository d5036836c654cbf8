import { fixtures } from '../../fixtures/index.ts'
import type { InteractionRule, Problem } from './rule.ts'

/** Rules for data that must not be in a file that others can read. */
export const privacyRules = {
  'real-token': {
    why: 'Pacts are stored in the broker and in git, and everyone who can read them gets the token.',
    fix: 'Replace it with an invented token (Bearer an-invented-token), and revoke the real one.',
    check: (interaction) =>
      textsIn(interaction).flatMap(([path, text]) =>
        looksLikeToken(text) ? [{ path, found: 'a token that looks real (not shown)' }] : [],
      ),
  },
  'real-identity': {
    why: 'This looks like a real person or tenant, and many people can read a pact.',
    fix: 'Use invented data: contoso.com or example.com, +1 425 555 0100 to 0199, the tenant of the fixtures.',
    check: (interaction) => textsIn(interaction).flatMap(([path, text]) => identitiesIn(path, text)),
  },
} satisfies Record<string, InteractionRule>

/** True for a JSON Web Token, and for a bearer token that is too long and too mixed to be invented. */
function looksLikeToken(text: string): boolean {
  if (/eyJ[\w-]{8,}\.[\w-]{8,}/.test(text)) return true
  const [, token = ''] = /^Bearer\s+([\w.~+/=-]{40,})$/i.exec(text) ?? []
  return /[a-z]/.test(token) && /[A-Z]/.test(token) && /\d/.test(token)
}

/** Microsoft's invented companies, and the names that RFC 2606 reserves for examples. */
const inventedDomain =
  /(^|\.)((contoso|fabrikam|adatum|adventure-works|tailspintoys|wingtiptoys|northwindtraders|litwareinc|proseware|woodgrovebank|relecloud)[\w-]*\.\w+|contoso\.onmicrosoft\.com|example\.(com|net|org)|[\w-]+\.(example|test|invalid|localhost))$/i

function identitiesIn(path: string, text: string): Problem[] {
  const mails = [...text.matchAll(/[\w.+-]+@([a-z\d-]+(?:\.[a-z\d-]+)+)/gi)]
    // The ID of a Teams thread is not an email address.
    .filter(([, domain = '']) => !inventedDomain.test(domain) && !/^thread\.\w+$/i.test(domain))
  const tenants = [...text.matchAll(/[a-z\d-]+\.onmicrosoft\.(com|us)/gi)].filter(
    ([domain]) => !inventedDomain.test(domain) && mails.length === 0,
  )
  const phones = [...text.matchAll(/\+\d{8,15}\b/g)].filter(([number]) => !isInventedNumber(number))
  const ids =
    isTenantId(path) && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) && !isInventedTenant(text)
  return [
    ...mails.map(() => ({ path, found: 'an email address of a domain that may exist' })),
    ...tenants.map(() => ({ path, found: 'the domain of a tenant that may exist' })),
    ...phones.map(() => ({ path, found: 'a phone number that may exist' })),
    ...(ids ? [{ path, found: 'the ID of a tenant that may exist' }] : []),
  ]
}

/** True for numbers that are not assigned (555-01xx in North America), and for numbers that count up. */
const isInventedNumber = (number: string) =>
  /555\d{4}$/.test(number) || /12345678/.test(number) || /^\+0+$/.test(number)

const isTenantId = (path: string) => /(^|\.)tenantId$/i.test(path)

/** True for tenants of the fixtures (generated calls change the first digits), and for IDs of one repeated digit. */
const isInventedTenant = (id: string) =>
  inventedTenants().has(tailOf(id)) || /^([\da-f])\1*$/i.test(id.replaceAll('-', ''))

const tailOf = (id: string) => id.toLowerCase().slice(8)

let fixtureTenants: ReadonlySet<string> | undefined

function inventedTenants(): ReadonlySet<string> {
  fixtureTenants ??= new Set(
    Object.values(fixtures)
      .flatMap(({ body }) => textsIn(body))
      .flatMap(([path, text]) => (isTenantId(path) ? [tailOf(text)] : [])),
  )
  return fixtureTenants
}

/** Returns all strings in a value, each with its path. */
function textsIn(value: unknown, path = ''): (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, Array.isArray(value) ? `${path}[]` : path ? `${path}.${key}` : key),
  )
}
