import { fixtures } from '../../fixtures/index.ts'
import { bodyOf } from '../pact-file/body.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import { forInteractions, maximumProblems, type Problem } from './rule.ts'

/** Rules for data that must not be in a file that others can read. */
export const privacyRules = /* @__PURE__ */ forInteractions({
  'real-token': {
    why: 'Pacts are stored in the broker and in git, and everyone who can read them gets the token.',
    fix: 'Replace it with an invented token (Bearer an-invented-token), and revoke the real one.',
    scope: 'all',
    check: (interaction) =>
      problemsIn(interaction, (text) =>
        looksLikeToken(text) ? ['a token that looks real (not shown)'] : [],
      ),
  },
  'real-identity': {
    why: 'This looks like a real person or tenant, and many people can read a pact.',
    fix: 'Use invented data: contoso.com or example.com, +1 425 555 0100 to 0199, the tenant of the fixtures.',
    scope: 'calls',
    check: (interaction) => problemsIn(interaction, identitiesIn),
  },
})

/** Finds problems in the texts of an interaction, with its bodies decoded. Reports each problem once for each path. */
function problemsIn(
  { request, response, ...interaction }: PactInteraction,
  foundIn: (text: string, key: string) => readonly string[],
): Problem[] {
  const problems = new Map<string, Problem>()
  const decoded = { ...interaction, request: withDecodedBody(request), response: withDecodedBody(response) }
  visitTexts(decoded, (text, key, pathOf) => {
    if (problems.size > maximumProblems) return
    for (const found of foundIn(text, key)) {
      const path = pathOf()
      problems.set(`${path} ${found}`, { path, found })
    }
  })
  return [...problems.values()]
}

function withDecodedBody<Message extends PactInteraction['response'] | PactInteraction['request']>(
  message: Message,
): Message {
  const body = bodyOf(message)
  return body.kind === 'json' ? { ...message, body: { ...message.body, content: body.value } } : message
}

/** True for a JSON Web Token, and for a bearer token that is too long and too mixed to be invented. */
function looksLikeToken(text: string): boolean {
  if (text.length < 20) return false
  if (text.includes('eyJ') && hasWebToken(text)) return true
  const [, token = ''] = /^Bearer\s+([\w.~+/=-]{40,})$/i.exec(text) ?? []
  return /[a-z]/.test(token) && /[A-Z]/.test(token) && /\d/.test(token)
}

/** Finds `eyJ`, more characters, a dot and more characters. One expression for all of it would take quadratic time. */
function hasWebToken(text: string): boolean {
  const parts = text.match(/[\w-]+|\./g) ?? []
  return parts.some((part, at) => {
    const start = part.indexOf('eyJ')
    const [dot = '', payload = ''] = parts.slice(at + 1, at + 3)
    return start >= 0 && part.length - start >= 11 && dot === '.' && payload.length >= 8
  })
}

/** Microsoft's invented companies, and the names that RFC 2606 reserves for examples. */
const inventedDomain =
  /(^|\.)((contoso|fabrikam|adatum|adventure-works|tailspintoys|wingtiptoys|northwindtraders|litwareinc|proseware|woodgrovebank|relecloud)[\w-]*\.\w+|contoso\.onmicrosoft\.com|example\.(com|net|org)|[\w-]+\.(example|test|invalid|localhost))$/i

/** Characters without which a text has no mail address, phone number or domain of a tenant. */
const identityMark = /[@+]|\.onmicrosoft\./i

const noIdentities: readonly string[] = []

function identitiesIn(text: string, key: string): readonly string[] {
  if (!identityMark.test(text) && !isTenantId(key)) return noIdentities
  const mails = mailDomainsIn(text)
    // The ID of a Teams thread is not an email address.
    .filter((domain) => !inventedDomain.test(domain) && !/^thread\.\w+$/i.test(domain))
  const tenants = tenantDomainsIn(text).filter((domain) => !inventedDomain.test(domain) && mails.length === 0)
  const phones = phoneNumbersIn(text).filter((number) => !isInventedNumber(number))
  const ids =
    isTenantId(key) && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) && !isInventedTenant(text)
  return [
    ...mails.map(() => 'an email address of a domain that may exist'),
    ...tenants.map(() => 'the domain of a tenant that may exist'),
    ...phones.map(() => 'a phone number that may exist'),
    ...(ids ? ['the ID of a tenant that may exist'] : []),
  ]
}

/** Returns the domains of email addresses. Looks at each `@`, because a pattern for the name before it would be quadratic. */
function mailDomainsIn(text: string): string[] {
  if (!text.includes('@')) return []
  const parts = text.split('@')
  return parts.slice(1).flatMap((part, at) => {
    const [domain] = /^[a-z\d-]+(?:\.[a-z\d-]+)+/i.exec(part) ?? []
    return domain !== undefined && /[\w.+-]$/.test(parts[at]?.slice(-1) ?? '') ? [domain] : []
  })
}

function phoneNumbersIn(text: string): string[] {
  return text.includes('+') ? [...text.matchAll(/\+\d{8,15}\b/g)].map(([number]) => number) : []
}

/** Returns the domains of tenants, such as `contoso.onmicrosoft.com`. */
function tenantDomainsIn(text: string): string[] {
  if (!/\.onmicrosoft\./i.test(text)) return []
  return [...text.matchAll(/\.onmicrosoft\.(?:com|us)/gi)].flatMap(({ 0: suffix, index }) => {
    // The maximum length of a label. Source: RFC 1035, 2.3.4.
    const [label] = /[a-z\d-]+$/i.exec(text.slice(Math.max(0, index - 63), index)) ?? []
    return label === undefined ? [] : [label + suffix]
  })
}

/**
 * True for numbers that count up, and for numbers that are not assigned: 555-01xx in North America, 01632 960xxx in the United
 * Kingdom, and (0)30 23125xxx in Germany. Sources: NANPA; Ofcom; Bundesnetzagentur.
 */
const isInventedNumber = (number: string) =>
  /555\d{4}$/.test(number) ||
  /(?:441632960|493023125)\d{3}$/.test(number) ||
  /12345678/.test(number) ||
  /^\+0+$/.test(number)

const isTenantId = (key: string) => key.toLowerCase() === 'tenantid'

/** True for tenants of the fixtures (generated calls change the first digits), and for IDs of one repeated digit. */
const isInventedTenant = (id: string) =>
  inventedTenants().has(tailOf(id)) || /^([\da-f])\1*$/i.test(id.replaceAll('-', ''))

const tailOf = (id: string) => id.toLowerCase().slice(8)

let fixtureTenants: ReadonlySet<string> | undefined

function inventedTenants(): ReadonlySet<string> {
  if (fixtureTenants) return fixtureTenants
  const tenants = new Set<string>()
  for (const { body } of Object.values(fixtures)) {
    visitTexts(body, (text, key) => {
      if (isTenantId(key)) tenants.add(tailOf(text))
    })
  }
  fixtureTenants = tenants
  return tenants
}

/** Visits all strings in a value, each with the name of its property and a function that returns its path. */
function visitTexts(value: unknown, visit: (text: string, key: string, pathOf: () => string) => void): void {
  const names: string[] = []
  const pathOf = () => names.map((name, at) => (at === 0 || name === '[]' ? name : `.${name}`)).join('')
  const walk = (inner: unknown, key: string): void => {
    if (typeof inner === 'string') visit(inner, key, pathOf)
    if (typeof inner !== 'object' || inner === null) return
    const isArray = Array.isArray(inner)
    const properties: Readonly<Record<string, unknown>> = Object(inner)
    for (const name of Object.keys(properties)) {
      names.push(isArray ? '[]' : name)
      walk(properties[name], isArray ? key : name)
      names.pop()
    }
  }
  walk(value, '')
}
