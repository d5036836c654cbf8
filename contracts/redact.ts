import { printableLines } from '../src/output/printable.ts'
import { environmentSecrets } from '../src/output/process-secrets.ts'
import { redactor } from '../src/output/redactor.ts'

/** Replaces the secrets of this process in a text, and everything that looks like a secret. */
export function redactText(text: string): string {
  return redactor(environmentSecrets(process.env))(text)
}

/** Does the same as {@link redactText}, and makes each line safe to print. */
export function safeLines(text: string): string {
  return printableLines(redactText(text))
}
