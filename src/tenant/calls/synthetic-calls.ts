import type { ErrorFixtureName } from '../../../fixtures/index.ts'
import { callOf } from '../../builder/call.ts'
import { DrawnChoices } from '../../builder/choices/drawn-choices.ts'
import { narrowedShape } from '../../builder/options/call-shape.ts'
import { GeneratorOptionError } from '../../builder/options/option-error.ts'
import { parseState } from '../../lifecycle/transitions.ts'
import { navigationProperties } from '../../model/index.ts'
import type { OptionKinds } from '../../model/known-options.ts'
import type { Call } from '../../model/types.generated.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { checkedShare } from '../checked-values.ts'
import type { FixtureError } from '../faults/failure.ts'
import { hashOf } from '../hash.ts'
import { type SavedValue, uniqueKeys } from '../saved-value.ts'
import { seeded } from '../seeded.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { NewestIds } from './newest-ids.ts'
import { StoredCall } from './stored-call.ts'
import { optionsIn, type SyntheticResponse, syntheticDigits, syntheticResponses } from './synthetic-id.ts'

/**
 * Options for the responses to ids that were not added with `tenant.addCall`.
 *
 * @example
 * ```ts
 * const tenant = createTenant({ synthetic: { seed: 7, ended: 0.1, throttled: 0.01 } })
 * ```
 */
export interface SyntheticOptions {
  /** Seed of the calls, an integer. The same seed produces the same calls. Defaults to 0. */
  readonly seed?: number | undefined
  /** Share of ids, from 0 to 1, whose call has ended: 404 with the code `8522`. Defaults to 0. */
  readonly ended?: number | undefined
  /** Share of ids, from 0 to 1, that get 403 with the code `7504`. Defaults to 0. */
  readonly forbidden?: number | undefined
  /** Share of ids, from 0 to 1, that always get 429. Defaults to 0. */
  readonly throttled?: number | undefined
}

const syntheticOptionKinds: OptionKinds<SyntheticOptions> = {
  seed: 'checked',
  ended: 'checked',
  forbidden: 'checked',
  throttled: 'checked',
}

const errorFixtures = {
  ended: 'call-not-found',
  forbidden: 'insufficient-tenant-permissions',
  throttled: 'throttled',
} as const satisfies Record<SyntheticResponse, ErrorFixtureName>

/** Number of ended calls that are remembered. */
export const mostEnded = 100_000

/** Number of templates that are kept. */
const mostTemplates = 1_000

/** Number of calls that are remembered. Building a call takes more than ten times as long as the rest of a response. */
const mostRemembered = 1_000

/** Template of the response for an id: the name of an error response, or a function that builds a call. */
type Template = SyntheticResponse | ReturnType<typeof callOf>

/**
 * A call for every id, built from the id and the seed by the builder of `anyCall`. Any number of tenants return the same
 * calls, because only the newest ids of ended calls are stored.
 */
export class SyntheticCalls implements StatefulPart<readonly string[]> {
  readonly #seed: number
  /** Error responses with the upper bounds of their shares, which add up in the range from 0 to 1. */
  readonly #bounds: readonly (readonly [SyntheticResponse, number])[]
  readonly #anyCall = callOf(narrowedShape({}))
  readonly #templates = new Map<string, Template>()
  readonly #ended = new NewestIds(mostEnded)
  /** Calls that were requested last, so that polling a call does not build it again. */
  readonly #remembered = new Map<string, StoredCall>()

  /** @throws TypeError if the seed is not an integer, or the shares are not valid */
  constructor(options: SyntheticOptions) {
    checkOptions('synthetic', options, syntheticOptionKinds)
    const { seed = 0, ...shares } = options
    if (!Number.isInteger(seed)) throw invalidValue('synthetic.seed', seed, 'an integer')
    this.#seed = seed
    this.#bounds = boundsOf(shares)
  }

  /** Returns the call of an id, or the error response for it. */
  find(id: string): StoredCall | FixtureError {
    if (this.#ended.has(id)) return { fixture: errorFixtures.ended }
    return this.#remembered.get(id) ?? this.#build(id)
  }

  #build(id: string): StoredCall | FixtureError {
    const hash = hashOf(`${this.#seed}/${id}`)
    const template = this.#templateFor(id, hash)
    if (typeof template === 'string') return { fixture: errorFixtures[template] }
    const call = storedCall(() => {
      const call = template(new DrawnChoices(hash))
      call.id = id
      return call
    })
    for (const oldest of this.#remembered.keys()) {
      if (this.#remembered.size < mostRemembered) break
      this.#remembered.delete(oldest)
    }
    this.#remembered.set(id, call)
    return call
  }

  /** Ends the call of an id. */
  end(id: string): void {
    this.#ended.add(id)
  }

  save(): readonly string[] {
    return this.#ended.all()
  }

  prepare(saved: SavedValue): () => void {
    const unique = uniqueKeys()
    const ids = saved.items(mostEnded).map((id) => unique(id.text(), id))
    return () => {
      this.clear()
      for (const id of ids) this.#ended.add(id)
    }
  }

  clear(): void {
    this.#ended.clear()
  }

  #templateFor(id: string, hash: number): Template {
    const digits = syntheticDigits(id)
    return (digits && this.#templateByDigits(digits)) || this.#templateByShare(hash)
  }

  #templateByShare(hash: number): Template {
    if (this.#bounds.length === 0) return this.#anyCall
    const drawn = seeded(hash).next()
    return this.#bounds.find(([, end]) => drawn < end)?.[0] ?? this.#anyCall
  }

  #templateByDigits(digits: string): Template | undefined {
    const template = this.#templates.get(digits) ?? templateOf(digits)
    if (template === undefined) return undefined
    if (this.#templates.size >= mostTemplates) this.#templates.clear()
    this.#templates.set(digits, template)
    return template
  }
}

/** Returns undefined if a digit has no meaning, or if no call has this combination. */
function templateOf(digits: string): Template | undefined {
  const options = optionsIn(digits)
  if (!options) return undefined
  try {
    return options.response ?? callOf(narrowedShape(options))
  } catch (error) {
    if (error instanceof GeneratorOptionError) return undefined
    throw error
  }
}

function boundsOf(shares: Omit<SyntheticOptions, 'seed'>): [SyntheticResponse, number][] {
  let sum = 0
  const bounds: [SyntheticResponse, number][] = []
  for (const response of syntheticResponses) {
    const share = checkedShare(`synthetic.${response}`, shares[response] ?? 0)
    sum += share
    if (share > 0) bounds.push([response, sum])
  }
  // Decimal fractions do not add up exactly: 0.7 + 0.2 + 0.1 is less than 1.
  if (sum > 1 + 1e-9) throw invalidValue('sum of the synthetic shares', sum, 'at most 1')
  return bounds
}

/** Returns a call for the store. The navigation properties are built again if a request expands them. */
function storedCall(build: () => Call): StoredCall {
  const call = build()
  const context = call['@odata.context']
  for (const name of navigationProperties) delete call[name]
  return new StoredCall({
    text: JSON.stringify(call),
    state: parseState(call.state),
    get fullText() {
      return JSON.stringify(build())
    },
    get call() {
      return build()
    },
    context,
  })
}
