import type { SavedValue } from '../saved-value.ts'
import { uniqueKeys } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { describeUri, fetchPrompt, type PromptFile } from './fetch-prompt.ts'
import type { Prompt } from './media-item.ts'
import type { PromptAccess } from './prompt-options.ts'

/** Length of a prompt that the tenant does not fetch, in milliseconds. Assumed. */
export const assumedMilliseconds = 2_000

/** Number of prompts that are cached for a call. */
const largestCache = 100

/** Prompts in the cache of a call, in a snapshot. */
export interface SavedPrompts {
  readonly callId: string
  /** Lengths in milliseconds by `resourceId`. */
  readonly cached: readonly (readonly [resourceId: string, milliseconds: number])[]
}

/** Prompts of all calls: fetches them, and caches those that have a `resourceId`. Source: mediaInfo. */
export class Prompts implements StatefulPart<readonly SavedPrompts[]> {
  readonly #access: PromptAccess
  /** Called after each fetch. */
  readonly #onFetched: () => void
  #cache = new Map<string, Map<string, number>>()
  /** Fetches in progress, by call. */
  readonly #fetching = new Map<string, Fetching>()
  readonly #pending = new Set<Promise<void>>()

  constructor(access: PromptAccess, onFetched: () => void) {
    this.#access = access
    this.#onFetched = onFetched
  }

  get isFetching(): boolean {
    return this.#pending.size > 0
  }

  /** Waits until no prompt is being fetched. */
  async settled(): Promise<void> {
    while (this.isFetching) await Promise.all(this.#pending)
  }

  /** Returns the lengths of prompts, or undefined if one of them must be fetched first. */
  known(callId: string, prompts: readonly Prompt[]): readonly PromptFile[] | undefined {
    const files = prompts.map((prompt) => this.#known(callId, prompt))
    const known = files.filter((file) => file !== undefined)
    return known.length === files.length ? known : undefined
  }

  /** Fetches prompts in the background. Does not call `done` if the call ends first. */
  load(
    callId: string,
    prompts: readonly Prompt[],
    done: (files: readonly PromptFile[]) => void = () => {},
  ): void {
    const { controller } = this.#fetchingFor(callId)
    const work = Promise.all(
      prompts.map(async (prompt) => this.#known(callId, prompt) ?? this.#fetch(callId, prompt)),
    )
      .then((files) => {
        if (!controller.signal.aborted) done(files)
      })
      .finally(() => {
        this.#pending.delete(work)
        this.#onFetched()
      })
    this.#pending.add(work)
  }

  /** Forgets the prompts of a call, and aborts what is being fetched for it. */
  endCall(callId: string): void {
    this.#cache.delete(callId)
    this.#fetching.get(callId)?.controller.abort()
    this.#fetching.delete(callId)
  }

  save(): readonly SavedPrompts[] {
    return [...this.#cache].map(([callId, cached]) => ({ callId, cached: [...cached] }))
  }

  prepare(saved: SavedValue): () => void {
    const unique = uniqueKeys()
    const cache = new Map(
      saved.items().map((each) => {
        each.object('callId', 'cached')
        return [unique(each.at('callId').text(), each.at('callId')), readCached(each.at('cached'))] as const
      }),
    )
    return () => {
      this.clear()
      this.#cache = cache
    }
  }

  clear(): void {
    this.#cache = new Map()
    for (const { controller } of this.#fetching.values()) controller.abort()
    this.#fetching.clear()
  }

  #known(callId: string, { uri, resourceId }: Prompt): PromptFile | undefined {
    const cached = resourceId === undefined ? undefined : this.#cache.get(callId)?.get(resourceId)
    if (cached !== undefined) return { milliseconds: cached }
    const source = this.#access.sourceOf(uri)
    if (source === 'assumed') return { milliseconds: assumedMilliseconds }
    if (source !== 'rejected') return undefined
    return {
      end: 'notDownloaded',
      reason: `Prompt ${describeUri(uri)}: Expected an https URL, or http on loopback.`,
    }
  }

  /** Fetches a prompt. Several fetches of one `resourceId` at the same time share a request. */
  async #fetch(callId: string, { uri, resourceId }: Prompt): Promise<PromptFile> {
    const source = this.#access.sourceOf(uri)
    if (typeof source === 'string') throw new Error('Only prompts that may be fetched are fetched.')
    const { controller, shared } = this.#fetchingFor(callId)
    const running = resourceId === undefined ? undefined : shared.get(resourceId)
    if (running) return running
    const fetching = fetchPrompt(source.fetch, this.#access, controller.signal)
    if (resourceId === undefined) return fetching
    shared.set(resourceId, fetching)
    const file = await fetching
    shared.delete(resourceId)
    if ('milliseconds' in file && !controller.signal.aborted)
      this.#store(callId, resourceId, file.milliseconds)
    return file
  }

  #store(callId: string, resourceId: string, milliseconds: number): void {
    const cached = this.#cache.get(callId) ?? new Map<string, number>()
    this.#cache.set(callId, cached.set(resourceId, milliseconds))
    for (const oldest of cached.keys()) {
      if (cached.size <= largestCache) break
      cached.delete(oldest)
    }
  }

  #fetchingFor(callId: string): Fetching {
    const fetching = this.#fetching.get(callId) ?? { controller: new AbortController(), shared: new Map() }
    this.#fetching.set(callId, fetching)
    return fetching
  }
}

/** Fetches for a call. */
interface Fetching {
  readonly controller: AbortController
  /** Fetches in progress by `resourceId`. */
  readonly shared: Map<string, Promise<PromptFile>>
}

function readCached(saved: SavedValue): Map<string, number> {
  const unique = uniqueKeys()
  return new Map(
    saved.items(largestCache).map((each) => {
      const [resourceId = each, milliseconds = each] = each.tuple(2)
      return [unique(resourceId.text(), resourceId), milliseconds.integer(0)] as const
    }),
  )
}
