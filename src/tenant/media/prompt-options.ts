import { isOptions, type OptionKinds } from '../../model/known-options.ts'
import { parseUrl } from '../../model/parse-url.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { checkedHosts, hostnameIn } from '../hosts/hostname.ts'
import { isLoopback } from '../hosts/loopback.ts'

/**
 * Prompts that a tenant fetches.
 *
 * @example
 * ```ts
 * const prompts: PromptOptions = { hosts: ['cdn.contoso.com'] }
 * const tenant = createTenant({ prompts })
 * ```
 */
export interface PromptOptions {
  /** Hosts, without ports, from which the tenant may fetch prompts in addition to loopback, for example `['cdn.contoso.com']`. */
  readonly hosts?: readonly string[] | undefined
  /**
   * Fetches the prompts. Defaults to the current global `fetch`, so you can replace it later. By default, requests to
   * loopback do not use a proxy.
   */
  readonly fetch?: typeof globalThis.fetch | undefined
}

const promptOptionKinds: OptionKinds<PromptOptions> = { hosts: 'list', fetch: 'function' }

/** Decision about the URI of a prompt. */
export type PromptSource =
  | { readonly fetch: URL }
  /** The tenant may not fetch it, and plays it for the assumed length. */
  | 'assumed'
  /** The service does not fetch it. */
  | 'rejected'

/** Prompts that a tenant may fetch, by their host. */
export class PromptAccess {
  readonly #isOn: boolean
  readonly #hosts: ReadonlySet<string>
  readonly fetch: PromptOptions['fetch']

  /** @throws TypeError if an option is not valid */
  constructor(options: boolean | PromptOptions = true) {
    if (typeof options !== 'boolean' && !isOptions(options)) {
      throw invalidValue(
        'prompts',
        options,
        'true, false, or an object such as { hosts: ["cdn.contoso.com"] }',
      )
    }
    if (typeof options === 'object') checkOptions('prompts', options, promptOptionKinds)
    const { hosts = [], fetch }: PromptOptions = typeof options === 'object' ? options : {}
    this.#isOn = options !== false
    this.#hosts = checkedHosts('prompts.hosts', hosts, 'cdn.contoso.com')
    this.fetch = fetch
  }

  /** Decides about a URI. Reported: the service does not play a prompt from an http URL. */
  sourceOf(uri: string): PromptSource {
    const url = parseUrl(uri)
    if (!url) return 'rejected'
    const hostname = hostnameIn(url)
    const isLocal = isLoopback(hostname)
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) return 'rejected'
    return this.#isOn && (isLocal || this.#hosts.has(hostname)) ? { fetch: url } : 'assumed'
  }
}
