import { printable } from '../../output/printable.ts'
import { count } from '../count.ts'
import { trafficLine } from '../drift/traffic-format.ts'
import type { ServiceReport } from './service-report.ts'

/** Largest number of lines of a part. `--json` has all. */
const mostLines = 20

/** Formats a report for people. */
export function reportText({ tolerant, strict, findings, nearestFixture }: ServiceReport): string {
  const parts = [
    verdictPart('Tolerant schema', tolerant),
    verdictPart('Strict schema', strict),
    partOf(
      `Unknown to the model: ${findings.length || 'nothing'}`,
      findings.map((each) => trafficLine(each).trimEnd()),
    ),
    ...(nearestFixture
      ? [
          partOf(
            `Nearest fixture: ${nearestFixture.name}, ${count(nearestFixture.differences.length, 'difference')}`,
            nearestFixture.differences.map(
              ({ path, fixture, response }) => `${path}: ${response}; in the fixture: ${fixture}`,
            ),
          ),
        ]
      : []),
  ]
  return parts.join('')
}

function verdictPart(name: string, { issues }: ServiceReport['tolerant']): string {
  const verdict =
    issues.length === 0 ? 'accepts the response' : `rejects it, ${count(issues.length, 'problem')}`
  return partOf(
    `${name}: ${verdict}`,
    issues.map(({ path, expected, found }) => `${path || 'the body'}: expected ${expected}, found ${found}`),
  )
}

function partOf(title: string, lines: readonly string[]): string {
  const rest = lines.length - mostLines
  const more = rest > 0 ? [`and ${rest} more: see --json`] : []
  return `${title}\n${[...lines.slice(0, mostLines), ...more].map((line) => `  ${printable(line)}\n`).join('')}`
}
