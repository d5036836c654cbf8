import { CommandFailure } from '../io.ts'

type Contracts = typeof import('../../../contracts/index.ts')

/** Does something with contracts, which are loaded now and not earlier; what they explain becomes a message without a stack. */
export async function withContracts<T>(work: (contracts: Contracts) => Promise<T>): Promise<T> {
  const contracts = await import('../../../contracts/index.ts')
  try {
    return await work(contracts)
  } catch (error) {
    const { PublishError } = contracts
    if (error instanceof PublishError) {
      throw new CommandFailure(error.exitCode, [error.message, error.output].filter(Boolean).join('\n\n'))
    }
    const explained = [
      contracts.VerificationError,
      contracts.NoPactsError,
      contracts.PactFormatError,
      contracts.PactMergeError,
      contracts.PactUnavailableError,
      contracts.UnwritableFileError,
    ]
    if (error instanceof Error && explained.some((type) => error instanceof type)) {
      throw new CommandFailure(2, error.message)
    }
    throw error
  }
}
