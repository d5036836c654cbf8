import { printable } from '../../output/printable.ts'
import { count } from '../count.ts'
import type { TrafficFinding } from './traffic-findings.ts'

/** Formats a finding for people. */
export function trafficLine(finding: TrafficFinding): string {
  return `${finding.severity === 'breaking' ? 'Breaks readers' : 'New'}: ${trafficProblem(finding)}\n`
}

/** Formats a finding without its severity. */
export function trafficProblem({ kind, type, path, expected, found, count: times }: TrafficFinding): string {
  const detail = expected === undefined ? found : `expected ${expected}, found ${found}`
  return printable(`${type}: ${path}: ${kind.replace('-', ' ')} (${detail}), ${count(times, 'time')}`)
}
