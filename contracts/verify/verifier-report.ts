import * as z from 'zod'
import type { Finding } from './verification.ts'

const mismatch = z.looseObject({
  type: z.string(),
  path: z.string().optional(),
  key: z.string().optional(),
  expected: z.unknown(),
  actual: z.unknown(),
  mismatch: z.string().optional(),
})
const verifierError = z.looseObject({
  interaction: z.string(),
  mismatch: z.looseObject({ mismatches: z.array(mismatch).optional(), message: z.string().optional() }),
})
const verifierReport = z.looseObject({
  result: z.boolean(),
  interactionResults: z.array(z.looseObject({ description: z.string(), result: z.string() })),
  errors: z.array(verifierError),
  pendingErrors: z.array(verifierError).default([]),
})
export type VerifierReport = z.infer<typeof verifierReport>
type Mismatch = z.infer<typeof mismatch>

/** Reads the report of Pact's Verifier: it returns JSON on success, and throws an error with JSON as its message otherwise. */
export async function reportOf(verified: Promise<string>): Promise<VerifierReport> {
  const text = await verified.catch((error: unknown) => {
    if (error instanceof Error && error.message.startsWith('{')) return error.message
    throw error
  })
  return parseReport(text)
}

/** Parses the JSON of Pact's verifiers. */
export function parseReport(text: string): VerifierReport {
  return verifierReport.parse(JSON.parse(text))
}

/** Returns the differences that the Verifier found in the interaction with a description. */
export function findingsFor(description: string, report: VerifierReport): Finding[] {
  const results = report.interactionResults.filter((result) => result.description === description)
  if (results.length > 0 && results.every(({ result }) => result === 'OK')) return []
  const errors = report.errors.filter(({ interaction }) => interaction.endsWith(` - ${description}`))
  const findings = errors.flatMap(findingsOf)
  return findings.length > 0 ? findings : [noResponse()]
}

/** Returns the differences in an error of a report. */
export function findingsOf({
  mismatch: { mismatches = [], message },
}: VerifierReport['errors'][number]): Finding[] {
  return mismatches.length > 0 ? mismatches.map(findingOf) : [noResponse(message)]
}

function findingOf({ type, path, key, expected, actual, mismatch = '' }: Mismatch): Finding {
  return {
    where: 'response',
    path: type === 'StatusMismatch' ? 'status' : (key ?? path?.replace(/^\$\.?/, '') ?? ''),
    expected: String(expected ?? ''),
    actual: String(actual ?? ''),
    message: mismatch,
  }
}

function noResponse(message = 'Pact reports no reason'): Finding {
  return { where: 'request', path: '', expected: 'a response', actual: 'none', message }
}
