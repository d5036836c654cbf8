import type { PromptEnd } from '../../model/actions/media-results.ts'
import { parseUrl } from '../../model/parse-url.ts'
import { redactor } from '../../output/redactor.ts'
import { thrownMessage } from '../../output/thrown.ts'
import { describeValue } from '../../read/describe-value.ts'
import { loopbackFetch } from '../hosts/loopback-fetch.ts'
import type { PromptAccess } from './prompt-options.ts'
import { longestHead, readWav } from './read-wav.ts'

/** Length of a prompt, or why it cannot be played. */
export type PromptFile =
  | { readonly milliseconds: number }
  | { readonly end: Extract<PromptEnd, 'wrongFormat' | 'notDownloaded'>; readonly reason: string }

/** Time in which a prompt must be fetched, in milliseconds of the machine. */
const timeout = 10_000
/** Largest file, in bytes: 17 minutes. */
export const largestPrompt = 32 * 2 ** 20
/** Number of redirects that are followed. */
const mostRedirects = 5

const redact = redactor([])

/** Fetches a prompt and reads its length. Never rejects: an error is part of the result. */
export async function fetchPrompt(url: URL, access: PromptAccess, signal: AbortSignal): Promise<PromptFile> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(timeout)])
  // A custom `fetch` may ignore the signal.
  const aborted = new Promise<never>((_, reject) => {
    limited.addEventListener('abort', () => reject(limited.reason), { once: true })
  })
  try {
    return await Promise.race([load(url, access, limited), aborted])
  } catch (error) {
    return notDownloaded(url, redact(thrownMessage(error)))
  }
}

async function load(start: URL, access: PromptAccess, signal: AbortSignal): Promise<PromptFile> {
  const send = access.fetch ?? loopbackFetch
  let url = start
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    // Redirects are followed here, because they could lead to a host that is not allowed.
    const response = await send(url, { redirect: 'manual', signal, headers: { Accept: 'audio/wav, */*' } })
    const { status } = response
    if (status === 200) return await readFile(start, response)
    void response.body?.cancel().catch(() => {})
    const location = response.headers.get('location')
    if (status < 300 || status > 399 || !location) return notDownloaded(start, `The response is ${status}.`)
    const next = parseUrl(location, url)
    const source = next ? access.sourceOf(next.href) : 'rejected'
    if (typeof source === 'string') {
      const target = describeValue(redact(location))
      return notDownloaded(start, `It redirects to ${target}, from which the tenant does not fetch prompts.`)
    }
    url = source.fetch
  }
  return notDownloaded(start, `It redirects more than ${mostRedirects} times.`)
}

/** Reads a file. Keeps only its start in memory. */
async function readFile(url: URL, response: Response): Promise<PromptFile> {
  const head = new Uint8Array(longestHead)
  let size = 0
  const reader = response.body?.getReader()
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {}
    if (done || !value) break
    if (size < longestHead) head.set(value.subarray(0, longestHead - size), size)
    size += value.length
    if (size <= largestPrompt) continue
    void reader?.cancel().catch(() => {})
    return notDownloaded(url, `It has more than ${largestPrompt / 2 ** 20} MiB.`)
  }
  const file = readWav(head.subarray(0, Math.min(size, longestHead)), size)
  return 'problem' in file ? { end: 'wrongFormat', reason: reasonFor(url, file.problem) } : file
}

function notDownloaded(url: URL, problem: string): PromptFile {
  return { end: 'notDownloaded', reason: reasonFor(url, problem) }
}

function reasonFor(url: URL, problem: string): string {
  return `Prompt ${describeUri(url.href)}: ${problem}`
}

/** Describes the URI of a prompt without its secrets, such as a signature. */
export function describeUri(uri: string): string {
  return describeValue(redact(uri))
}
