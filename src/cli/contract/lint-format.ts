import type { LintFinding, LintReport } from '../../../contracts/index.ts'
import { printable } from '../../output/printable.ts'
import { count } from '../count.ts'

/** Output of `contract lint`, by format. Pacts come from others, so all text from them is made safe to print. */
export const lintFormats = {
  pretty({ findings, skipped, files, interactions }: LintReport): string {
    const notes = skipped.map(noteOf)
    const passed = `No problems found in ${count(interactions, 'interaction')} of ${count(files.length, 'pact')}.\n`
    return [...findings.map(pretty), ...notes, findings.length === 0 ? passed : ''].filter(Boolean).join('\n')
  },
  github: ({ findings }: LintReport): string => findings.map(annotation).join(''),
}

function noteOf({ file, interaction, reason }: LintReport['skipped'][number]): string {
  const name = interaction === undefined ? '' : ` (${printable(interaction)})`
  return `${printable(file)}: not checked: ${printable(reason)}${name}\n`
}

function pretty(finding: LintFinding): string {
  const { file, line, rule, why, fix } = finding
  return `${printable(file)}:${line} ${rule}\n  ${locationOf(finding)}\n  ${why}\n  ${fix}\n`
}

function locationOf({ interaction, path, found }: LintFinding): string {
  const place = [interaction, path].filter((part) => part !== undefined && part !== '').join(', ')
  return printable(place ? `${place}: ${found}` : found)
}

/** Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function annotation(finding: LintFinding): string {
  const { file, line, rule, why, fix } = finding
  const message = `${locationOf(finding)}\n${why}\n${fix}`
  return `::error file=${property(printable(file))},line=${line},title=${property(rule)}::${escaped(message)}\n`
}

const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
