/** Encodes a text in base64. */
const base64 = (text: string) => Buffer.from(text).toString('base64')

const hexEscapes = (text: string, format: (unit: number) => string) =>
  Array.from({ length: text.length }, (_, at) => format(text.charCodeAt(at))).join('')

/** Escapes a text as .NET's `JsonEncodedText` does. */
const dotNet = (text: string) =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(
      /[^\x20-\x7e]|[<>&'"+`]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    )

const percent = (text: string) => encodeURIComponent(text)

/** Forms in which a service or a program prints a secret. */
export const secretForms: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  'in quotes': (secret) => `"${secret}"`,
  'in a sentence': (secret) => `the value ${secret} is not valid`,
  'percent-encoded': percent,
  'percent-encoded in lower case': (secret) => percent(secret).replace(/%../g, (code) => code.toLowerCase()),
  'percent-encoded twice': (secret) => percent(percent(secret)),
  'percent-encoded three times': (secret) => percent(percent(percent(secret))),
  'percent-encoded completely': (secret) =>
    [...Buffer.from(secret)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'in a form': (secret) => new URLSearchParams({ value: secret }).toString(),
  'in a path': (secret) => `/login/${percent(secret)}/next`,
  JSON: (secret) => JSON.stringify({ value: secret }),
  'JSON in JSON': (secret) => JSON.stringify({ value: JSON.stringify({ value: secret }) }),
  'JSON of PHP': (secret) => JSON.stringify({ value: secret }).replaceAll('/', '\\/'),
  'JSON of Python': (secret) =>
    JSON.stringify({ value: secret }).replace(
      /[^\x20-\x7e]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  'JSON of .NET': (secret) => `{"value":"${dotNet(secret)}"}`,
  '\\u escapes': (secret) => hexEscapes(secret, (unit) => `\\u${unit.toString(16).padStart(4, '0')}`),
  HTML: (secret) =>
    `<p>${secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')}</p>`,
  'decimal HTML': (secret) => [...secret].map((character) => `&#${character.codePointAt(0)};`).join(''),
  'hexadecimal HTML': (secret) =>
    [...secret].map((character) => `&#x${character.codePointAt(0)?.toString(16)};`).join(''),
  hexadecimal: (secret) => Buffer.from(secret).toString('hex'),
  base64,
  'base64 at the second offset': (secret) => base64(`a${secret} and more`),
  'base64 at the third offset': (secret) => base64(`ab${secret} and more`),
  base64url: (secret) => Buffer.from(`user ${secret}`).toString('base64url'),
  'base64 in a URL': (secret) => percent(base64(secret)),
  'basic credentials': (secret) => `Basic ${base64(`pact:${secret}`)}`,
  'basic credentials without a name': (secret) => `Basic ${base64(`:${secret}`)}`,
  'basic credentials with another name': (secret) => `Basic ${base64(`ab:${secret}`)}`,
  'bearer credentials': (secret) => `Authorization: Bearer ${secret}`,
  'bearer credentials in JSON': (secret) =>
    JSON.stringify({ headers: { authorization: `Bearer ${secret}` } }),
  'a password in a URL': (secret) => `https://mira:${percent(secret)}@example.com/`,
  'a user name in a URL': (secret) => `https://${percent(secret)}@example.com/`,
  '?token=': (secret) => `https://example.com/?token=${percent(secret)}&x=1`,
  ';access_token=': (secret) => `/x;access_token=${percent(secret)}`,
  '?pwd=': (secret) => `?pwd=${percent(secret)}`,
  '?auth=': (secret) => `?x=1&auth=${percent(secret)}`,
  '?session=': (secret) => `?session=${percent(secret)}`,
  '?api_key=': (secret) => `?api_key=${percent(secret)}`,
  'a cookie': (secret) => `Set-Cookie: session=${percent(secret)}; HttpOnly`,
  'a header with a key': (secret) => `x-api-key: ${secret}`,
}

/** Forms by which a secret is found that the process does not know. The secret must be opaque and without special characters. */
export const recognizedForms = [
  'bearer credentials',
  'bearer credentials in JSON',
  'basic credentials',
  'a password in a URL',
  'a user name in a URL',
  '?token=',
  ';access_token=',
  '?pwd=',
  '?auth=',
  '?session=',
  '?api_key=',
  'a cookie',
  'a header with a key',
] as const
