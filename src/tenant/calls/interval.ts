import { isOptions, type OptionKinds } from '../../model/known-options.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'

/**
 * Length of an interval: a number of GETs of the call, or a time by the tenant's clock.
 *
 * @example
 * ```ts
 * const tenant = createTenant({ keepEndedCallsFor: { milliseconds: 60_000 } })
 * tenant.addCall({ id: '2e1a', state: 'incoming' }, { stepEvery: { gets: 2 } })
 * ```
 */
export type Interval = { readonly gets: number } | { readonly milliseconds: number }

const forms = '{ gets: number } or { milliseconds: number }'

const intervalKinds: OptionKinds<Interval> = { gets: 'checked', milliseconds: 'checked' }

/**
 * @param minimum - smallest allowed number
 * @throws TypeError if the interval is not valid
 */
export function checkedInterval(name: string, interval: Interval, minimum: number): Interval {
  if (!isOptions(interval)) throw invalidValue(name, interval, forms)
  checkOptions(name, interval, intervalKinds)
  const { gets, milliseconds }: { readonly gets?: number; readonly milliseconds?: number } = Object(interval)
  if (gets !== undefined && milliseconds !== undefined) {
    throw invalidValue(name, interval, 'either gets or milliseconds, not both')
  }
  if (gets !== undefined) {
    if (Number.isSafeInteger(gets) && gets >= minimum) return { gets }
    throw invalidValue(`${name}.gets`, gets, `an integer of at least ${minimum}`)
  }
  if (milliseconds !== undefined) {
    if (Number.isFinite(milliseconds) && milliseconds >= minimum) return { milliseconds }
    throw invalidValue(`${name}.milliseconds`, milliseconds, `a number of at least ${minimum}`)
  }
  throw invalidValue(name, interval, forms)
}
