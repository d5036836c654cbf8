import { jsonProblemIn } from '../../src/files/json-structure.ts'
import type { PactInteraction } from './pact-file.ts'

/** Example body of a request or response, decoded. */
export type ExampleBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'other'; readonly found: string }

type Message = Pick<PactInteraction['response'], 'body' | 'headers'>
type Body = NonNullable<Message['body']>

/** Decoded bodies whose content is text. */
const decoded = new WeakMap<Body, { readonly content: string; readonly body: ExampleBody }>()

/**
 * Decodes an example body. Pact's core writes the JSON of a body as it is. Other tools write it as text or in base64. Pact's
 * Verifier (core 0.5) compares text as a JSON string, unless `encoded` is `JSON`, and the type `*\/*` byte by byte.
 *
 * Sources: Pact Specification V4, bodies (`content`, `contentType`, `encoded`); pact-reference 162; RFC 8259, 8.1, which
 * allows readers to ignore a byte order mark.
 */
export function bodyOf({ body, headers = {} }: Message): ExampleBody {
  if (body?.content === undefined || body.content === '') return { kind: 'none' }
  const { content } = body
  if (typeof content !== 'string') return { kind: 'json', value: content }
  const known = decoded.get(body)
  if (known?.content === content) return known.body
  const result = decode(body, content, contentTypeOf(body, headers))
  decoded.set(body, { content, body: result })
  return result
}

/** Returns the value of an example body, or `undefined` if it is not JSON. */
export function jsonBodyOf(message: Message): unknown {
  const body = bodyOf(message)
  return body.kind === 'json' ? body.value : undefined
}

function decode({ encoded }: Body, content: string, contentType: string): ExampleBody {
  const encoding = encoded === true ? 'base64' : typeof encoded === 'string' ? encoded.toLowerCase() : 'none'
  if (encoding !== 'none' && encoding !== 'json' && encoding !== 'base64') {
    return other(`the unknown encoding ${JSON.stringify(encoded)}`)
  }
  if (!isJsonType(contentType)) return other(`text of the type ${contentType}`)
  if (encoding !== 'base64') return parsed(content)
  // Pact's core accepts only the standard alphabet with padding.
  if (content.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/.test(content)) return other('invalid base64')
  const [, charset = 'utf-8'] = /;\s{0,9}charset="?([\w.:-]{1,40})/i.exec(contentType) ?? []
  try {
    return parsed(new TextDecoder(charset, { fatal: true }).decode(Buffer.from(content, 'base64')))
  } catch {
    return other(`bytes that are not ${charset}`)
  }
}

function parsed(text: string): ExampleBody {
  const json = text.replace(/^\uFEFF/, '')
  try {
    const value: unknown = JSON.parse(json)
    const problem = jsonProblemIn(json)
    return problem
      ? other(`text with a problem: ${problem.message.replace(/\.$/, '')}`)
      : { kind: 'json', value }
  } catch {
    return other('text that is not JSON')
  }
}

const other = (found: string): ExampleBody => ({ kind: 'other', found })

/** Returns the content type of the body. `*\/*`, which .NET writes, says nothing, so the header decides. */
function contentTypeOf({ contentType }: Body, headers: NonNullable<Message['headers']>): string {
  if (contentType != null && contentType !== '' && contentType !== '*/*') return contentType
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')
  return String(header?.[1] ?? 'application/json')
}

/** True for `application/json`, with or without parameters, and for types such as `application/problem+json`. */
const isJsonType = (contentType: string) =>
  /^[\w.-]{1,80}\/([\w.-]{1,80}\+)?json(;|$)/i.test(contentType.trim())
