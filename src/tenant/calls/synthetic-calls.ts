import type { ErrorFixtureName } from '../../../fixtures/index.ts'
import { callOf } from '../../builder/call.ts'
import { DrawnChoices } from '../../builder/choices/drawn-choices.ts'
import { narrowedShape } from '../../builder/options/call-shape.ts'
import { GeneratorOptionError } from '../../builder/options/option-error.ts'
import { navigationProperties } from '../../model/index.ts'
import type { Call } from '../../model/types.generated.ts'
import { describeValue } from '../../read/describe-value.ts'
import type { FixtureError } from '../faults/failure.ts'
import { seeded } from '../faults/seeded.ts'
import { hashOf } from './hash.ts'
import type { StoredCall } from './stored-call.ts'
import {
  type SyntheticResponse,
  syntheticDigits,
  syntheticResponses,
  wantedByDigits,
} from './synthetic-id.ts'

/** How a tenant answers for ids of which it has no call. */
export interface SyntheticOptions {
  /** A whole number, 0 unless said: the same one, the same calls. */
  readonly seed?: number | undefined
  /** The share of ids whose call has ended, from 0 to 1: 404 with the code `8522`. None unless said. */
  readonly ended?: number | undefined
  /** The share of ids that are refused, from 0 to 1: 403 with the code `7504`. None unless said. */
  readonly forbidden?: number | undefined
  /** The share of ids that are always answered 429, from 0 to 1. None unless said. */
  readonly throttled?: number | undefined
}

const refusals = {
  ended: 'call-not-found',
  forbidden: 'insufficient-tenant-permissions',
  throttled: 'throttled',
} as const satisfies Record<SyntheticResponse, ErrorFixtureName>

/** What an id is answered with: an error, or a call that this builds. */
type Kind = SyntheticResponse | ReturnType<typeof callOf>

/**
 * A call for every id, made of the id and the seed alone, by the builder of `anyCall`. Nothing is kept of them, so any number of
 * tenants agree; only that a call has ended is remembered, by the one where it did.
 */
export class SyntheticCalls {
  readonly #seed: number
  /** What is answered up to which part of all ids. */
  readonly #shares: readonly (readonly [SyntheticResponse, number])[]
  readonly #anyCall = callOf(narrowedShape({}))
  readonly #kinds = new Map<string, Kind | undefined>()
  readonly #ended = new Set<string>()

  /** @throws TypeError where the seed is no whole number, or the shares are none */
  constructor({ seed = 0, ...shares }: SyntheticOptions) {
    if (!Number.isInteger(seed)) {
      throw new TypeError(`synthetic.seed must be a whole number, found ${describeValue(seed)}.`)
    }
    this.#seed = seed
    this.#shares = boundsOf(shares)
  }

  /** The call that an id has, or how the id is refused. */
  find(id: string): StoredCall | FixtureError {
    if (this.#ended.has(id)) return { fixture: refusals.ended }
    const draw = hashOf(`${this.#seed}/${id}`)
    const kind = this.#kindOf(id, draw)
    if (typeof kind === 'string') return { fixture: refusals[kind] }
    return answerable(() => {
      const call = kind(new DrawnChoices(draw))
      call.id = id
      return call
    })
  }

  /** From now on, the call of an id has ended. */
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

  #kindOf(id: string, draw: number): Kind {
    const digits = syntheticDigits(id)
    return (digits && this.#kindByDigits(digits)) || this.#kindByShare(draw)
  }

  #kindByShare(draw: number): Kind {
    if (this.#shares.length === 0) return this.#anyCall
    const place = seeded(draw)()
    return this.#shares.find(([, end]) => place < end)?.[0] ?? this.#anyCall
  }

  /** Each combination of digits is worked out once. */
  #kindByDigits(digits: string): Kind | undefined {
    if (!this.#kinds.has(digits)) this.#kinds.set(digits, kindOf(digits))
    return this.#kinds.get(digits)
  }
}

/** Nothing where the digits say nothing, or ask for what there is not. */
function kindOf(digits: string): Kind | undefined {
  const wanted = wantedByDigits(digits)
  if (!wanted) return undefined
  try {
    return wanted.response ?? callOf(narrowedShape(wanted))
  } catch (error) {
    if (error instanceof GeneratorOptionError) return undefined
    throw error
  }
}

function boundsOf(shares: Omit<SyntheticOptions, 'seed'>): [SyntheticResponse, number][] {
  let sum = 0
  const bounds: [SyntheticResponse, number][] = []
  for (const answer of syntheticResponses) {
    const share = shares[answer] ?? 0
    if (typeof share !== 'number' || !(share >= 0 && share <= 1)) {
      throw new TypeError(`synthetic.${answer} must be a share from 0 to 1, found ${String(share)}.`)
    }
    sum += share
    if (share > 0) bounds.push([answer, sum])
  }
  // Decimals do not add up to the bit: 0.7, 0.2 and 0.1 are not 1.
  if (sum > 1 + 1e-9)
    throw new TypeError(`The shares of synthetic must not be more than 1 together, found ${sum}.`)
  return bounds
}

/** As a call that was placed: what has to be asked for is left out, and made again for who asks. */
function answerable(make: () => Call): StoredCall {
  const call = make()
  const context = call['@odata.context']
  for (const name of navigationProperties) delete call[name]
  return {
    text: JSON.stringify(call),
    get whole() {
      return JSON.stringify(make())
    },
    context,
  }
}
