import type { CallFixtureName } from '../../../fixtures/fixture.ts'
import { history } from '../../model/changes.ts'
import { isJsonObject } from '../../model/json.ts'
import { CallFormatError, type CallFormatIssue } from '../../read/call-format-error.ts'
import { otherBody } from '../../read/other-bodies.ts'
import { readCall, readStrictCall } from '../../read/read-call.ts'
import { type TrafficFinding, TrafficFindings } from '../drift/traffic-findings.ts'
import type { CallResponse } from './call-response.ts'
import { type FixtureDifference, fixtureDifferences } from './fixture-differences.ts'

/** Result of checking a call of the service. Has no values that can identify people, tenants or secrets. */
export interface ServiceReport {
  /** Version of this package. */
  readonly version: string
  /** Month of the metadata in the model, for example `2026-08`. */
  readonly model: string
  /** Origin of Microsoft's service. Absent for another service, whose name can be that of a company. */
  readonly service?: string
  readonly tolerant: Verdict
  readonly strict: Verdict
  /** Properties, types, members and shapes that the model does not know. */
  readonly findings: readonly TrafficFinding[]
  /** Absent if the response is another body, such as a list. */
  readonly nearestFixture?: {
    readonly name: CallFixtureName
    readonly differences: readonly FixtureDifference[]
  }
  /** Anonymized body of the response. */
  readonly body: unknown
}

/** Verdict of a schema. Without issues, it accepts the response. */
interface Verdict {
  readonly issues: readonly Pick<CallFormatIssue, 'path' | 'rule' | 'expected' | 'found' | 'fix'>[]
}

/**
 * Checks the response of a service, and returns the report.
 *
 * @param version - version of this package
 */
export async function reportOf({ service, text }: CallResponse, version: string): Promise<ServiceReport> {
  const { anonymize } = await import('../../capture/traffic.ts')
  const { isMicrosoftUrl } = await import('../../../contracts/verify/service.ts')
  const { value: body } = anonymize(text)
  const isCall = isJsonObject(body) && !otherBody('call', body)
  return {
    version,
    model: history.last,
    ...(isMicrosoftUrl(service) && { service: new URL(service).origin }),
    // The verdicts are those of the anonymized body, which has the same problems.
    tolerant: verdictOf(readCall, body),
    strict: verdictOf(readStrictCall, body),
    findings: isCall ? findingsIn(text) : [],
    ...(isCall && { nearestFixture: await comparison(body) }),
    body,
  }
}

function verdictOf(read: (body: unknown) => unknown, body: unknown): Verdict {
  try {
    read(body)
    return { issues: [] }
  } catch (error) {
    if (!(error instanceof CallFormatError)) throw error
    return {
      issues: error.issues.map(({ path, rule, expected, found, fix }) => ({
        path,
        rule,
        expected,
        // The invented text says nothing.
        found: found.startsWith('"') ? 'a string' : found,
        fix,
      })),
    }
  }
}

/** Uses the original body: names of new members and types are invented in the anonymized one. */
function findingsIn(text: string): readonly TrafficFinding[] {
  const findings = new TrafficFindings()
  const body: unknown = JSON.parse(text)
  if (isJsonObject(body)) findings.add({ type: 'call', body })
  return findings.all
}

async function comparison(body: object) {
  const { nearestFixture } = await import('../../../fixtures/nearest-fixture.ts')
  const { fixtures } = await import('../../../fixtures/table.ts')
  const name = nearestFixture(body)
  return { name, differences: [...fixtureDifferences(fixtures[name].body, body)] }
}
