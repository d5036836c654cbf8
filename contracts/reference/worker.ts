import { PactUnavailableError } from '../pact.ts'
import { UnwritableFileError } from '../pact-file/atomic-write.ts'
import { PactFormatError } from '../pact-file/pact-file.ts'
import type { Verification } from '../verify/verification.ts'
import { verifyAgainstTenant } from '../verify/verify-against-tenant.ts'
import { type ContractReport, runContract } from './contract.ts'

/** What each task gives. */
export interface Answers {
  readonly runContract: ContractReport
  readonly verifyAgainstTenant: Verification
}

/** What is done in a quiet process. */
const tasks: { readonly [Name in keyof Answers]: (argument: string) => Promise<Answers[Name]> } = {
  runContract,
  verifyAgainstTenant,
}

/** What is asked for. */
export interface Order {
  readonly name: keyof Answers
  readonly argument: string
}

/** What is sent back. */
export type Result<Answer> = { readonly value: Answer } | { readonly reason: string }

process.once('message', ({ name, argument }: Order) => {
  tasks[name](argument)
    .then((value) => ({ value }))
    .catch((error: unknown) => ({ reason: reasonOf(error) }))
    .then((result) => process.send?.(result, () => process.connected && process.disconnect()))
})

/** A reason that a person can do something about is enough; for all else, where it happened. */
function reasonOf(error: unknown): string {
  const isExplained = [PactUnavailableError, PactFormatError, UnwritableFileError].some(
    (type) => error instanceof type,
  )
  if (!(error instanceof Error)) return String(error)
  return isExplained ? error.message : (error.stack ?? error.message)
}
