import { printable } from '../../src/output/printable.ts'
import type { PactSource } from '../pact-file/pact-files.ts'
import { PublishError } from './publish-error.ts'

/**
 * Checks that a broker can use pacts, whatever their API. No rule of lint can be ignored for these.
 *
 * @throws a {@link PublishError} if a name is empty or has spaces around it, if an application is its own provider, or if a pact
 * has no interaction
 */
export function rejectUnpublishable(sources: readonly PactSource[]): void {
  const problems = sources.flatMap(({ file, pact, messages, skipped }) => {
    const { consumer, provider, interactions } = pact
    return [
      ...[consumer.name, provider.name].filter(isBadName).map((name) => ({
        file,
        problem: `the name ${JSON.stringify(name)} is empty, or has spaces at an end or invisible characters. A broker treats it as another application. Remove them`,
      })),
      ...(consumer.name.trim() === provider.name.trim()
        ? [
            {
              file,
              problem: `consumer and provider are both ${JSON.stringify(consumer.name)}. Use two names, for example contoso-reception-bot and contoso-call-stub`,
            },
          ]
        : []),
      ...(interactions.length + messages.length + skipped.length === 0
        ? [{ file, problem: 'it has no interactions. Run the tests that write the pact again' }]
        : []),
    ]
  })
  if (problems.length === 0) return
  throw new PublishError(
    'lint-findings',
    `Not published: ${problems.map(({ file, problem }) => printable(`${file}: ${problem}.`)).join('\n')}`,
  )
}

/** True for an empty name, and for spaces at an end or invisible characters, with which two names look the same. Persian and Hindi need joiners. */
function isBadName(name: string): boolean {
  return name === '' || name !== name.trim() || /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)
}
