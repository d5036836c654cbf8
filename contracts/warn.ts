/** Told of something that a person should know, and that stops nothing. */
export type Warn = (message: string) => void

/** On the standard error of the process, as Node prints its own warnings. */
export const warnProcess: Warn = (message) => process.emitWarning(message, 'CallContractWarning')
