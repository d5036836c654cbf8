import { payloadFormat } from '../../src/odata/payload-format.ts'
import { printable } from '../../src/output/printable.ts'
import { redactor } from '../../src/output/redactor.ts'
import { headerIn } from '../interaction/call-query.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'

/** Characters of a name and of a value. Source: HTTP Semantics (RFC 9110), 5.1 and 5.5. */
const token = /^[!#$%&'*+.^`|~\w-]+$/
const value = /^[!-~](?:[\t -~]*[!-~])?$/

/** Headers that HTTP clients set themselves, differently for each connection. Source: Fetch, forbidden request-headers. */
const ofConnection =
  /^(?:accept-encoding|connection|content-length|date|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade|via)$/i

const redact = redactor([])

/**
 * Checks the headers of a request.
 *
 * @throws a {@link ContractDefinitionError} if a header is invalid or a secret, or if the service cannot respond to it
 */
export function checkedHeaders(
  option: string,
  headers: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> | undefined {
  if (headers === undefined) return undefined
  const seen = new Set<string>()
  for (const [name, text] of Object.entries(headers)) {
    const problem = problemOf(name, text) ?? (seen.has(name.toLowerCase()) ? 'it occurs twice' : undefined)
    if (problem !== undefined) {
      const details = { option: `${option}.${name}`, value: text }
      throw new ContractDefinitionError(`Invalid ${option}: ${printable(name)}: ${problem}.`, details)
    }
    seen.add(name.toLowerCase())
  }
  const accept = headerIn(headers, 'accept')
  if (!payloadFormat(accept)) {
    throw new ContractDefinitionError(
      `Invalid ${option}: the service responds with 406 to Accept: ${accept}. Expected a type that includes application/json.`,
      { option, value: accept },
    )
  }
  return headers
}

function problemOf(name: string, text: unknown): string | undefined {
  if (!token.test(name)) return 'it is not the name of a header'
  if (/^authorization$/i.test(name))
    return 'every request of a contract has it already, with any token. Remove it'
  if (ofConnection.test(name)) return 'HTTP clients set it themselves. Remove it'
  if (typeof text !== 'string' || !value.test(text)) {
    return 'expected text of visible ASCII characters, as the consumer sends it'
  }
  const line = `${name}: ${text}`
  return redact(line) === line
    ? undefined
    : 'it looks like a secret, and many people can read a pact. Remove it'
}
