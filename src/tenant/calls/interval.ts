import { describeValue } from '../../read/describe-value.ts'

/** How long something is so: for this many GETs of the call, or for this long by the tenant's clock. */
export type Interval = { readonly gets: number } | { readonly milliseconds: number }

/**
 * @param least - the fewest GETs that it may be
 * @throws TypeError where it is no such number
 */
export function checkedInterval(name: string, pace: Interval, least: number): Interval {
  const { gets, milliseconds }: { readonly gets?: number; readonly milliseconds?: number } = Object(pace)
  if (gets !== undefined) {
    if (Number.isSafeInteger(gets) && gets >= least) return { gets }
    throw new TypeError(`${name}.gets must be a whole number from ${least} on, found ${String(gets)}.`)
  }
  if (milliseconds !== undefined && Number.isFinite(milliseconds) && milliseconds >= least)
    return { milliseconds }
  const found = describeValue(milliseconds ?? pace)
  throw new TypeError(
    `${name} must be { gets } or { milliseconds } with a number from ${least} on, found ${found}.`,
  )
}
