import type { ErrorFixtureName } from '../../../fixtures/index.ts'
import { callOf } from '../../builder/call.ts'
import { DrawnChoices } from '../../builder/choices/drawn-choices.ts'
import { narrowedShape } from '../../builder/options/call-shape.ts'
import { GeneratorOptionError } from '../../builder/options/option-error.ts'
import { parseState } from '../../lifecycle/transitions.ts'
import { navigationProperties } from '../../model/index.ts'
import type { Call } from '../../model/types.generated.ts'
import { checkedShare, invalidValue } from '../checked-values.ts'
import type { FixtureError } from '../faults/failure.ts'
import { hashOf } from '../hash.ts'
import { seeded } from '../seeded.ts'
import type { StatefulPart } from '../stateful-part.ts'
import type { StoredCall } from './stored-call.ts'
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
  /** Seed of the calls, an integer. The same seed gives the same calls. Defaults to 0. */
  readonly seed?: number | undefined
  /** Share of ids, from 0 to 1, whose call has ended: 404 with the code `8522`. Defaults to 0. */
  readonly ended?: number | undefined
  /** Share of ids, from 0 to 1, that get 403 with the code `7504`. Defaults to 0. */
  readonly forbidden?: number | undefined
  /** Share of ids, from 0 to 1, that always get 429. Defaults to 0. */
  readonly throttled?: number | undefined
}

const errorFixtures = {
  ended: 'call-not-found',
  forbidden: 'insufficient-tenant-permissions',
  throttled: 'throttled',
} as const satisfies Record<SyntheticResponse, ErrorFixtureName>

/** Response for an id: an error, or a call that this function builds. */
type Kind = SyntheticResponse | ReturnType<typeof callOf>

/**
 * A call for every id, built from the id and the seed by the builder of `anyCall`. Only the ids of calls that have ended are
 * stored. So any number of tenants return the same calls.
 */
export class SyntheticCalls implements StatefulPart<readonly string[]> {
  readonly #seed: number
  /** Upper bound of each error response in the range from 0 to 1. */
  readonly #bounds: readonly (readonly [SyntheticResponse, number])[]
  readonly #anyCall = callOf(narrowedShape({}))
  readonly #kinds = new Map<string, Kind | undefined>()
  readonly #ended = new Set<string>()

  /** @throws TypeError if the seed is not an integer, or the shares are not valid */
  constructor({ seed = 0, ...shares }: SyntheticOptions) {
    if (!Number.isInteger(seed)) throw invalidValue('synthetic.seed', seed, 'an integer')
    this.#seed = seed
    this.#bounds = boundsOf(shares)
  }

  /** Returns the call of an id, or the error response for it. */
  find(id: string): StoredCall | FixtureError {
    if (this.#ended.has(id)) return { fixture: errorFixtures.ended }
    const hash = hashOf(`${this.#seed}/${id}`)
    const kind = this.#kindOf(id, hash)
    if (typeof kind === 'string') return { fixture: errorFixtures[kind] }
    return storedCall(() => {
      const call = kind(new DrawnChoices(hash))
      call.id = id
      return call
    })
  }

  /** Ends the call of an id. */
  end(id: string): void {
    this.#ended.add(id)
  }

  save(): readonly string[] {
    return [...this.#ended]
  }

  restore(ended: readonly string[]): void {
    this.clear()
    for (const id of ended) this.#ended.add(id)
  }

  clear(): void {
    this.#ended.clear()
  }

  #kindOf(id: string, hash: number): Kind {
    const digits = syntheticDigits(id)
    return (digits && this.#kindByDigits(digits)) || this.#kindByShare(hash)
  }

  #kindByShare(hash: number): Kind {
    if (this.#bounds.length === 0) return this.#anyCall
    const drawn = seeded(hash)()
    return this.#bounds.find(([, end]) => drawn < end)?.[0] ?? this.#anyCall
  }

  #kindByDigits(digits: string): Kind | undefined {
    if (!this.#kinds.has(digits)) this.#kinds.set(digits, kindOf(digits))
    return this.#kinds.get(digits)
  }
}

/** Returns undefined if the digits have no meaning, or ask for a call that does not exist. */
function kindOf(digits: string): Kind | undefined {
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

/** Returns a call as the store keeps it. The navigation properties are built again if a request expands them. */
function storedCall(build: () => Call): StoredCall {
  const call = build()
  const context = call['@odata.context']
  for (const name of navigationProperties) delete call[name]
  return {
    text: JSON.stringify(call),
    state: parseState(call.state),
    get whole() {
      return JSON.stringify(build())
    },
    context,
  }
}
