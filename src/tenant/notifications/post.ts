import { parseUrl } from '../../model/parse-url.ts'
import { type Callback, callbackOf, type DeliveryResult, failed, reasonOf } from './callback.ts'

/** Request to a bot. */
export interface NotificationRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Result of a request, the URL that it was sent to, and the body of the response if it was read. */
export interface PostResult {
  readonly result: DeliveryResult
  /** URL without its secrets. */
  readonly url: string | undefined
  readonly responseBody?: string | undefined
}

/** Number of redirects to other regions that are followed. */
const longestRedirect = 3

/** Hint for a redirect that is not followed. */
export const redirectHint = `Only 302 and 307 with a Location are followed, at most ${longestRedirect} times.`

/** Largest response body of a bot that is read, in characters. */
const largestResponse = 64 * 1_024

/** Sends requests to bots. */
export interface Poster {
  readonly hosts: ReadonlySet<string>
  readonly fetch: typeof globalThis.fetch
}

/**
 * Posts a notification. Follows the redirect of a bot to another region (302 or 307) to the hosts that are allowed.
 * Never rejects: an error is part of the result.
 *
 * @param readsBody - true if the body of the response counts
 * Source: incoming call notifications (302); reported (307).
 */
export async function postNotification(
  poster: Poster,
  callbackUri: string | null | undefined,
  request: NotificationRequest,
  readsBody: boolean,
  aborted: AbortController,
): Promise<PostResult> {
  let target: string | null | undefined = callbackUri
  for (let redirects = 0; ; redirects++) {
    const callback: Callback = callbackOf(target, poster.hosts)
    if ('error' in callback) return { result: callback, url: callback.redacted }
    const posted = await postOnce(poster.fetch, callback.url, request, readsBody, aborted)
    const next = posted.location
    if (next === undefined || redirects === longestRedirect) {
      return { result: posted.result, url: callback.redacted, responseBody: posted.responseBody }
    }
    target = next
  }
}

interface Posted {
  readonly result: DeliveryResult
  readonly location?: string | undefined
  readonly responseBody?: string | undefined
}

async function postOnce(
  fetch: typeof globalThis.fetch,
  url: URL,
  { headers, body }: NotificationRequest,
  readsBody: boolean,
  aborted: AbortController,
): Promise<Posted> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      // A redirect could lead to a host that is not allowed.
      redirect: 'manual',
      // Created when a `fetch` reads it: one in process does not need it.
      get signal() {
        return aborted.signal
      },
    })
    const { status } = response
    const location = status === 302 || status === 307 ? response.headers.get('location') : null
    const responseBody = readsBody && response.ok ? await startOf(response) : undefined
    if (responseBody === undefined) void response.body?.cancel().catch(() => {})
    const next = location ? parseUrl(location, url)?.href : undefined
    return { result: { status }, location: next, responseBody }
  } catch (error) {
    return { result: failed('unreachable', reasonOf(error)) }
  }
}

async function startOf(response: Response): Promise<string> {
  return (await response.text()).slice(0, largestResponse)
}
