import type { LintFinding, LintReport } from '../../../contracts/index.ts'
import { count } from '../count.ts'

/** Output of `contract lint`, by format. */
export const lintFormats = {
  pretty({ findings, files, interactions }: LintReport): string {
    if (findings.length > 0) return findings.map(pretty).join('\n')
    return `No problems found in ${count(interactions, 'interaction')} of ${count(files.length, 'pact')}.\n`
  },
  json: (report: LintReport): string => `${JSON.stringify(report, null, 2)}\n`,
  github: ({ findings }: LintReport): string => findings.map(annotation).join(''),
}

function pretty(finding: LintFinding): string {
  const { file, line, rule, why, fix } = finding
  return `${file}:${line} ${rule}\n  ${locationOf(finding)}\n  ${why}\n  ${fix}\n`
}

function locationOf({ interaction, path, found }: LintFinding): string {
  return `${[interaction, path].filter(Boolean).join(', ')}: ${found}`
}

/** Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function annotation(finding: LintFinding): string {
  const { file, line, rule, why, fix } = finding
  const message = `${locationOf(finding)}\n${why}\n${fix}`
  return `::error file=${property(file)},line=${line},title=${property(rule)}::${escaped(message)}\n`
}

const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
