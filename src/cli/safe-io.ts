import { printableJson, printableLines } from '../output/printable.ts'
import { argumentSecrets, environmentSecrets } from '../output/process-secrets.ts'
import { redacted } from '../output/redacted.ts'
import { knownSecretsRedactor } from '../output/redactor.ts'
import type { Io, Terminal } from './io.ts'

/**
 * Returns the input and output of a command. Everything that it writes is free of the secrets in the arguments and the
 * variables of the process, in every encoding. Standard error, with text from everywhere, is also safe to print.
 */
export function safeIo(
  terminal: Terminal,
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Io {
  const redact = knownSecretsRedactor([...environmentSecrets(env), ...argumentSecrets(argv)])
  return {
    ...terminal,
    out: (text) => terminal.out(redact(text)),
    err: (text) => terminal.err(printableLines(redact(text))),
    json: (value, format = 'pretty') =>
      terminal.out(`${printableJson(redacted(value, redact), format === 'pretty' ? 2 : 0)}\n`),
  }
}
