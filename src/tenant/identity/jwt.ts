import type { TestKey } from './test-keys.ts'

/** Claims of a token, or its header. */
export interface Claims {
  readonly kid?: unknown
  readonly [name: string]: unknown
}

/** Header of a token. */
export interface JwtHeader {
  readonly alg: 'RS256' | 'none'
  readonly kid?: string
  readonly [name: string]: unknown
}

/** Name that WebCrypto has for the algorithm RS256. Source: RFC 7518, 3.3. */
const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const

/** Number of signed tokens that are kept. Signing takes about a millisecond, and bots use the same token many times. */
const keptTokens = 500

/** Newest signed tokens by their content. RS256 has one signature for each content, so they never change. */
const signed = new Map<string, Promise<string>>()

/**
 * Returns a signed token, or one without a signature if `alg` is `none`. The same header, claims and key give the same token.
 *
 * @throws TypeError if the platform has no WebCrypto, such as a page that was loaded over http from another machine
 * Source: RFC 7515, 7.1 (JWS compact serialization).
 */
export function signedToken(header: JwtHeader, claims: Claims, key: TestKey): Promise<string> {
  const content = `${encodedJson(header)}.${encodedJson(claims)}`
  if (header.alg === 'none') return Promise.resolve(`${content}.`)
  const kept = signed.get(`${key.kid}.${content}`)
  if (kept) return kept
  const token = signatureOf(content, key).then((signature) => `${content}.${signature}`)
  keep(`${key.kid}.${content}`, token)
  return token
}

function keep(name: string, token: Promise<string>): void {
  const [oldest] = signed.keys()
  if (oldest !== undefined && signed.size >= keptTokens) signed.delete(oldest)
  signed.set(name, token)
}

/** Private keys that WebCrypto has imported, by their JWK. */
const imported = new WeakMap<TestKey, Promise<CryptoKey>>()

async function signatureOf(content: string, key: TestKey): Promise<string> {
  const { subtle } = webCrypto()
  const privateKey = imported.get(key) ?? subtle.importKey('jwk', key.privateKey, algorithm, false, ['sign'])
  imported.set(key, privateKey)
  const signature = await subtle.sign(algorithm, await privateKey, bytesOf(content))
  return base64Url(String.fromCharCode(...new Uint8Array(signature)))
}

/** Returns WebCrypto. The global `crypto` of jsdom lacks it, so Node's own is used there. */
function webCrypto(): Crypto {
  const { crypto: platform } = globalThis
  if (platform?.subtle) return platform
  if (typeof process !== 'undefined' && typeof process.getBuiltinModule === 'function') {
    const { webcrypto } = process.getBuiltinModule('node:crypto')
    if (isCrypto(webcrypto)) return webcrypto
  }
  throw new TypeError(
    'Cannot sign a token: this platform has no crypto.subtle. In a browser, load the page over https or from localhost.',
  )
}

/** The types of Node and of browsers differ for the same interface. */
function isCrypto(value: unknown): value is Crypto {
  return typeof value === 'object' && value !== null && 'subtle' in value
}

/** Returns the header and the claims of a token without a check of its signature, or undefined if the text is not a JWT. */
export function decodedToken(
  token: string,
): { readonly header: Claims; readonly claims: Claims } | undefined {
  const [header, claims, signature, ...rest] = token.split('.')
  if (signature === undefined || rest.length > 0) return undefined
  const decoded = { header: decodedJson(header), claims: decodedJson(claims) }
  return decoded.header && decoded.claims && { header: decoded.header, claims: decoded.claims }
}

/** Encodes JSON with ASCII characters only, so that it needs no encoder for UTF-8, which jsdom lacks. */
function encodedJson(value: Claims): string {
  const escaped = JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return base64Url(escaped)
}

function decodedJson(text = ''): Claims | undefined {
  try {
    // The bytes of UTF-8 stay as they are: only claims in ASCII are read.
    const value: unknown = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')))
    return isClaims(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isClaims(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function base64Url(binary: string): string {
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function bytesOf(ascii: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(ascii, (character) => character.charCodeAt(0))
}
