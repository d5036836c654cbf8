import type { LintFinding, LintReport } from '../../../contracts/index.ts'
import { printable } from '../../output/printable.ts'
import { count } from '../count.ts'
import { type FileFinding, prettyFinding } from '../finding-formats.ts'

/** Formats a report for people. Pacts come from others, so all text from them is made safe to print. */
export function lintText({ findings, skipped, files, interactions }: LintReport): string {
  const notes = skipped.map(noteOf)
  const passed = `No problems found in ${count(interactions, 'interaction')} of ${count(files.length, 'pact')}.\n`
  const problems = findings.map((finding) => prettyFinding(fileFinding(finding)))
  return [...problems, ...notes, findings.length === 0 ? passed : ''].filter(Boolean).join('\n')
}

/** Returns the position and the message of a finding. */
export function fileFinding({
  file,
  line,
  rule,
  why,
  fix,
  interaction,
  path,
  found,
}: LintFinding): FileFinding {
  const place = [interaction, path].filter((part) => part !== undefined && part !== '').join(', ')
  const problem = printable(place ? `${place}: ${found}` : found)
  return { file, line, rule, message: [problem, why, fix] }
}

function noteOf({ file, interaction, reason }: LintReport['skipped'][number]): string {
  const name = interaction === undefined ? '' : ` (${printable(interaction)})`
  return `${printable(file)}: not checked: ${printable(reason)}${name}\n`
}
