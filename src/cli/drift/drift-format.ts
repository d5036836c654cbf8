import type { DriftFinding, DriftSeverity } from '../../metadata/metadata-entry.ts'
import { history } from '../../model/changes.ts'
import { printable } from '../../output/printable.ts'
import { count } from '../count.ts'
import { githubAnnotation } from '../finding-formats.ts'

const titles: Readonly<Record<DriftSeverity, string>> = {
  breaking: 'Breaks readers',
  new: 'New',
  cosmetic: 'Cosmetic',
}

const levels = { breaking: 'error', new: 'warning', cosmetic: 'notice' } as const

/** Returns what the model is based on, and how old it is. */
export function ageText(now: Date): string {
  const [year = 0, month = 0] = history.last.split('-').map(Number)
  const months = Math.max(0, (now.getUTCFullYear() - year) * 12 + now.getUTCMonth() + 1 - month)
  const age = months === 0 ? 'this month' : `${count(months, 'month')} ago`
  return `The model has the metadata of ${history.last} (${age}).`
}

/** Formats findings for people. Names come from the document, so they are made safe to print. */
export function driftText(findings: readonly DriftFinding[]): string {
  if (findings.length === 0) return 'No differences.\n'
  return findings
    .map((finding) => `${titles[finding.severity]}: ${problemOf(finding)}\n  ${finding.fix}\n`)
    .join('\n')
}

/** Formats findings as annotations of a GitHub workflow. */
export function driftAnnotations(findings: readonly DriftFinding[]): string {
  return findings
    .map((finding) =>
      githubAnnotation(levels[finding.severity], finding.kind, `${problemOf(finding)}\n${finding.fix}`),
    )
    .join('')
}

/** Returns the number of findings of each severity, for example `1 breaks readers, 2 new`. */
export function summaryOf(findings: readonly DriftFinding[]): string {
  const severities: readonly DriftSeverity[] = ['breaking', 'new', 'cosmetic']
  const counts = severities.map((severity) => ({
    severity,
    number: findings.filter((each) => each.severity === severity).length,
  }))
  return counts
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => `${number} ${severity}`)
    .join(', ')
}

function problemOf({ kind, type, property, ours, theirs }: DriftFinding): string {
  const name = property === undefined ? type : `${type}.${property}`
  const change = [
    ...(ours === undefined ? [] : [`model: ${ours}`]),
    ...(theirs === undefined ? [] : [`metadata: ${theirs}`]),
  ]
  return printable(`${name}: ${kind.replaceAll('-', ' ')} (${change.join(', ')})`)
}
