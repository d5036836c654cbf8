import type { Cloud } from '../../model/changes.ts'
import { parseHttpUrl } from '../../model/parse-url.ts'
import { printable } from '../../output/printable.ts'
import { buffers, decompressed } from '../input-source.ts'
import { CommandFailure, type Io } from '../io.ts'
import { reasonOf } from '../received.ts'
import { bytesOf, readBytes } from '../source-bytes.ts'

/** Public documents. Source: national cloud deployments of Microsoft Graph. */
const documents: Readonly<Partial<Record<Cloud, string>>> = {
  global: 'https://graph.microsoft.com/v1.0/$metadata',
  usgov: 'https://graph.microsoft.us/v1.0/$metadata',
}

/** Time to wait for a document in milliseconds. */
const timeout = 60_000

/**
 * Returns the bytes of a document, decompressed.
 *
 * @param location - path, URL, or `-` for standard input. Defaults to the public document of the cloud
 * @throws an {@link UnreadableFileError} if it cannot be read
 */
export async function readDocument(location: string | undefined, cloud: Cloud, io: Io): Promise<Uint8Array> {
  const place = location ?? documents[cloud]
  if (place === undefined) {
    throw new CommandFailure(2, `The cloud ${cloud} has no public document. Pass a file or a URL.`)
  }
  return /^https?:\/\//i.test(place) ? await download(place) : await readBytes(place, io)
}

async function download(text: string): Promise<Uint8Array> {
  const url = parseHttpUrl(text)
  // The URL can contain a token, so that no message has all of it.
  if (!url || url.username || url.password) {
    throw new CommandFailure(
      2,
      `Invalid URL. Expected an http or https URL without a user name, such as ${documents.global}.`,
    )
  }
  const name = printable(`${url.origin}${url.pathname}`)
  try {
    const response = await fetch(text, {
      headers: { Accept: 'application/xml' },
      // A redirect leads to a sign-in page, or to another service.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    checkStatus(response, name)
    // `fetch` has decompressed the response already. The file can be gzip itself.
    const chunks = buffers(chunksOf(response))
    return await bytesOf(name, decompressed(name, chunks, 'Download it again.'))
  } catch (error) {
    if (error instanceof CommandFailure) throw error
    throw new CommandFailure(
      2,
      `Cannot download ${name}: ${printable(reasonOf(error, timeout))}. Check the network, or pass a file.`,
    )
  }
}

function checkStatus({ status, headers }: Response, name: string): void {
  if (status === 200) return
  if (status >= 300 && status < 400) {
    const target = printable(headers.get('Location') ?? 'nowhere').split('?')[0]
    throw new CommandFailure(
      2,
      `Cannot download ${name}: it redirects to ${target}. Pass that URL if you trust it, or a file.`,
    )
  }
  const advice = status >= 500 ? 'Try again later, or pass a file.' : 'Check the URL.'
  throw new CommandFailure(2, `Cannot download ${name}: the response has the status ${status}. ${advice}`)
}

async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  yield* body ?? []
}
