import { isDeviceName, pactFileName } from '../pact-file/pact-file-name.ts'
import { ContractDefinitionError, invalidOption } from './contract-definition-error.ts'

/** Longest file name that Linux, macOS and Windows accept, in bytes. */
const maxFileName = 255
/** Bytes that a temporary file adds to the name: two dots, a UUID, and `.tmp` (see `writeAtomically`). */
const temporaryPart = 2 + 36 + 4

/**
 * Checks the name of a pacticipant. It is part of a file name, and of URLs of the Pact Broker.
 *
 * @throws a {@link ContractDefinitionError} if a file cannot have the name
 */
export function checkedName(option: 'consumer' | 'provider', name: unknown): string {
  if (typeof name === 'string' && isLine(name) && isFileName(name)) return name
  throw invalidOption(
    option,
    name,
    'a name that is also valid in a file name, without spaces at its ends, such as "my-bot"',
  )
}

function isFileName(name: string): boolean {
  return !/^\.|[/\\:*?"<>|]|\.$/.test(name) && !isDeviceName(name)
}

/** True for one line of text without spaces at its ends, control characters and halves of surrogate pairs. */
export function isLine(text: string): boolean {
  return text !== '' && text === text.trim() && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)
}

/**
 * Checks the name of the pact file.
 *
 * @throws a {@link ContractDefinitionError} if the consumer is also the provider, or if a file system rejects the name
 */
export function checkFileName(consumer: string, provider: string): void {
  if (consumer === provider) {
    throw invalidOption('provider', provider, 'another name than that of the consumer')
  }
  const name = pactFileName(consumer, provider)
  const bytes = Buffer.byteLength(name)
  const longest = maxFileName - temporaryPart
  if (bytes <= longest) return
  const option = Buffer.byteLength(consumer) >= Buffer.byteLength(provider) ? 'consumer' : 'provider'
  throw new ContractDefinitionError(
    `Invalid ${option}: the name of the pact file, "${name.slice(0, 40)}...", has ${bytes} bytes. Expected at most ${longest}: shorten the ${option}.`,
    { option, value: option === 'consumer' ? consumer : provider },
  )
}
