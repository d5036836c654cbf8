import { safeLines } from './redact.ts'

/**
 * Function that receives warnings. A warning does not stop the operation.
 *
 * @example
 * ```ts
 * import type { Warn } from 'graph-call-testkit/contracts'
 *
 * const warn: Warn = (message) => console.warn(message)
 * ```
 * Source: `process.emitWarning` of Node.
 */
export type Warn = (message: string) => void

/** Emits a process warning, which Node prints on standard error. */
export const warnProcess: Warn = (message) => process.emitWarning(safeLines(message), 'CallContractWarning')
