import { isJsonObject } from '../../model/json.ts'
import { parseUrl } from '../../model/parse-url.ts'
import { printable } from '../../output/printable.ts'
import type { Redact } from '../../output/redactor.ts'

/** Returns the message for a response that is not a call: its status, its error code, and what to do. */
export function statusMessage(response: Response, text: string, root: string, redact: Redact): string {
  const code = errorCode(text)
  const shown = code === undefined ? '' : ` (${code})`
  return `${root} responded with ${response.status}${shown}. ${adviceFor(response, root, redact)}`
}

function adviceFor({ status, headers }: Response, root: string, redact: Redact): string {
  switch (status) {
    case 401:
      return `Request a new token with the scope ${root}/.default, and set GRAPH_ACCESS_TOKEN.`
    case 403:
      return "Use a token of the call's app and tenant, with the application permissions for calls."
    case 404:
      return 'Pass the ID of a call that has not ended, with the token of its app.'
    case 429: {
      const seconds = headers.get('Retry-After') ?? ''
      return /^\d{1,6}(\.\d{1,6})?$/.test(seconds)
        ? `Run the command again in ${seconds} seconds.`
        : 'Run the command again later.'
    }
    default:
      if (status >= 500) return 'The service has a problem. Run the command again later.'
      if (status >= 300 && status < 400) return redirectAdvice(headers, root, redact)
      return 'Expected 200 with a call. Check --base-url and the ID.'
  }
}

function redirectAdvice(headers: Headers, root: string, redact: Redact): string {
  const target = parseUrl(headers.get('Location') ?? '', new URL(root))
  const shown = target ? ` to ${printable(redact(target.origin))}` : ''
  return `It redirects${shown}, which did not get the token. Check --base-url and the proxy.`
}

/** Returns the code in an error body, if it looks like one. Any other text could be a part of a secret. */
function errorCode(text: string): string | undefined {
  const { error } = objectIn(text)
  const code = isJsonObject(error) ? error['code'] : undefined
  return typeof code === 'string' && /^(\d{1,6}|[A-Z][A-Za-z]{1,50})$/.test(code) ? code : undefined
}

function objectIn(text: string): { readonly error?: unknown } {
  try {
    const body: unknown = JSON.parse(text)
    return isJsonObject(body) ? body : {}
  } catch {
    return {}
  }
}
