import type {
  Finding,
  ProviderFailure,
  ProviderReport,
  VerifiedInteraction,
  VerifyReport,
} from '../../../contracts/index.ts'
import { printable } from '../../output/printable.ts'
import { count } from '../count.ts'

/** Formats the report of pact files. */
export function pactsText({ pacts, service, metadata, openapi }: VerifyReport): string {
  const shape = ['the schema', ...[metadata, openapi].filter((file) => file !== undefined)].join(' and ')
  return textOf([
    ...pacts.flatMap(({ file, consumer, provider, interactions }) => [
      `${consumer} -> ${provider} (${file})`,
      ...interactions.flatMap(interactionLines),
    ]),
    `Verified against the virtual tenant (self-consistency), ${shape} (shape)${service ? `, ${service} (behavior)` : ''}. None of these is a verification by Microsoft.`,
  ])
}

const names = { selfConsistency: 'self-consistency', shape: 'shape', behavior: 'behavior' } as const

function interactionLines({ description, levels }: VerifiedInteraction): string[] {
  const results = (['selfConsistency', 'shape', 'behavior'] as const).map((level) => ({
    name: names[level],
    ...levels[level],
  }))
  return [
    `  ${description}: ${results.map(({ name, result }) => `${name} ${result}${name === 'shape' ? documentResults(levels) : ''}`).join(', ')}`,
    ...results.flatMap(({ name, findings }) => findings.map((finding) => findingLine(finding, name))),
  ]
}

function documentResults({ shape: { metadata, openapi } }: VerifiedInteraction['levels']): string {
  const results = [metadata && `$metadata ${metadata.result}`, openapi && `OpenAPI ${openapi.result}`]
  const given = results.filter((result) => result !== undefined)
  return given.length > 0 ? ` (${given.join(', ')})` : ''
}

const documents = { metadata: ' ($metadata)', openapi: ' (OpenAPI)' } as const

function findingLine(
  { against, where, path, expected, actual, message }: Finding,
  level: string | undefined,
): string {
  const part = [where, path].filter(Boolean).join(' ')
  const before = level === undefined ? '' : `${level}${against ? documents[against] : ''}, `
  return `    ${before}${part}: ${message || `expected ${expected}, actual ${actual}`}`
}

/** Formats the report of a provider. */
export function providerText(report: ProviderReport): string {
  const { provider, service, broker, interactions, failures, published, version, branch } = report
  return textOf([
    `${provider} at ${service}: ${count(interactions, 'interaction')} in the pacts of ${broker}, ${failures.length} failed`,
    ...failures.flatMap(failureLines),
    published
      ? `Published the results to ${broker}: version ${version}, branch ${branch}`
      : 'The results were not published.',
  ])
}

function failureLines({ interaction, pending, findings }: ProviderFailure): string[] {
  return [
    `  ${interaction}: failed${pending ? ' (pending: does not fail the verification)' : ''}`,
    ...findings.map((finding) => findingLine(finding, undefined)),
  ]
}

const textOf = (lines: readonly string[]) => `${lines.map(printable).join('\n')}\n`
