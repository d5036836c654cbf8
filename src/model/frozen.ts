/**
 * Type with every property read-only, at every depth, such as the body of a fixture.
 *
 * @example
 * ```ts
 * const show = ({ state, subject }: Frozen<ReceivedCall>) => `${subject}: ${state}`
 * show(fixtures['peer-to-peer'].body)
 * ```
 */
export type Frozen<T> = { readonly [K in keyof T]: unknown extends T[K] ? T[K] : Frozen<T[K]> }
