import { fixtures } from '../../fixtures/index.ts'
import type { InteractionRule, Problem } from './rule.ts'

/** What should be in no file that others can read. */
export const privacyRules = {
  'real-token': {
    why: 'A pact is read by many, and stays in the broker and in git: whoever reads it has the token.',
    fix: 'Take it out, and an invented one in (Bearer an-invented-token). Then revoke the real one: it is known.',
    check: (interaction) =>
      textsIn(interaction).flatMap(([path, text]) =>
        looksLikeToken(text) ? [{ path, found: 'what looks like a real token (not shown)' }] : [],
      ),
  },
  'real-identity': {
    why: 'It looks like a person or a tenant that exists, and pacts are read by many.',
    fix: 'Invent one: contoso.com or example.com, +1 425 555 0100 to 0199, the tenant of the fixtures.',
    check: (interaction) => textsIn(interaction).flatMap(([path, text]) => identitiesIn(path, text)),
  },
} satisfies Record<string, InteractionRule>

/** A JSON Web Token, or a bearer token as long and as mixed as people do not invent them. */
function looksLikeToken(text: string): boolean {
  if (/eyJ[\w-]{8,}\.[\w-]{8,}/.test(text)) return true
  const [, token = ''] = /^Bearer\s+([\w.~+/=-]{40,})$/i.exec(text) ?? []
  return /[a-z]/.test(token) && /[A-Z]/.test(token) && /\d/.test(token)
}

/** Microsoft's invented companies, and the names that RFC 2606 keeps for examples. */
const inventedDomain =
  /(^|\.)((contoso|fabrikam|adatum|adventure-works|tailspintoys|wingtiptoys|northwindtraders|litwareinc|proseware|woodgrovebank|relecloud)[\w-]*\.\w+|contoso\.onmicrosoft\.com|example\.(com|net|org)|[\w-]+\.(example|test|invalid|localhost))$/i

function identitiesIn(path: string, text: string): Problem[] {
  const mails = [...text.matchAll(/[\w.+-]+@([a-z\d-]+(?:\.[a-z\d-]+)+)/gi)]
    // The id of a Teams thread is no address.
    .filter(([, domain = '']) => !inventedDomain.test(domain) && !/^thread\.\w+$/i.test(domain))
  const tenants = [...text.matchAll(/[a-z\d-]+\.onmicrosoft\.(com|us)/gi)].filter(
    ([domain]) => !inventedDomain.test(domain) && mails.length === 0,
  )
  const phones = [...text.matchAll(/\+\d{8,15}\b/g)].filter(([number]) => !isInventedNumber(number))
  const ids =
    isTenantId(path) && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) && !isInventedTenant(text)
  return [
    ...mails.map(() => ({ path, found: 'an address of a domain that may exist' })),
    ...tenants.map(() => ({ path, found: 'the domain of a tenant' })),
    ...phones.map(() => ({ path, found: 'a phone number that may be of somebody' })),
    ...(ids ? [{ path, found: 'the id of a tenant that is not the invented one' }] : []),
  ]
}

/** Numbers that nobody has (555-01xx of the North American plan), and those that count up. */
const isInventedNumber = (number: string) =>
  /555\d{4}$/.test(number) || /12345678/.test(number) || /^\+0+$/.test(number)

const isTenantId = (path: string) => /(^|\.)tenantId$/i.test(path)

/** Those of the fixtures; a generated one has other first digits. Or all digits are one. */
const isInventedTenant = (id: string) =>
  inventedTenants().has(tailOf(id)) || /^([\da-f])\1*$/i.test(id.replaceAll('-', ''))

const tailOf = (id: string) => id.toLowerCase().slice(8)

let ofFixtures: ReadonlySet<string> | undefined

function inventedTenants(): ReadonlySet<string> {
  ofFixtures ??= new Set(
    Object.values(fixtures)
      .flatMap(({ body }) => textsIn(body))
      .flatMap(([path, text]) => (isTenantId(path) ? [tailOf(text)] : [])),
  )
  return ofFixtures
}

/** Every text of a value, with the path to it. */
function textsIn(value: unknown, path = ''): (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, Array.isArray(value) ? `${path}[]` : path ? `${path}.${key}` : key),
  )
}
