import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import { printable } from '../output/printable.ts'

/** Problem at a position in a file, for people and for CI services. */
export interface FileFinding {
  readonly file: string
  readonly line: number
  readonly column?: number
  readonly rule: string
  /** Lines of the message: the problem, and what to do. They are safe to print. */
  readonly message: readonly string[]
}

/** Formats of the commands that find problems in files. `json` is a report of each command. */
export const findingFormats = ['pretty', 'json', 'github', 'sarif'] as const
export type FindingFormat = (typeof findingFormats)[number]

/** Formats a finding for people. */
export function prettyFinding({ file, line, column, rule, message }: FileFinding): string {
  const position = column === undefined ? line : `${line}:${column}`
  return `${printable(file)}:${position} ${rule}\n${message.map((text) => `  ${text}\n`).join('')}`
}

/** Formats a finding as an annotation. Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function githubFinding({ file, line, column, rule, message }: FileFinding): string {
  const position = column === undefined ? `line=${line}` : `line=${line},col=${column}`
  return `::error file=${property(printable(file))},${position},title=${property(rule)}::${escaped(message.join('\n'))}\n`
}

/** Formats an annotation that has no position in a file. */
export function githubAnnotation(
  level: 'error' | 'warning' | 'notice',
  title: string,
  message: string,
): string {
  return `::${level} title=${property(title)}::${escaped(message)}\n`
}

const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/**
 * Returns findings as a SARIF log.
 *
 * @param rules - descriptions of the rules, by name
 */
export function sarifLog(
  findings: readonly FileFinding[],
  rules: Readonly<Record<string, string>>,
  version: string,
): object {
  const used = [...new Set(findings.map(({ rule }) => rule))]
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'graph-call-testkit',
            version,
            rules: used.map((id) => ({ id, shortDescription: { text: rules[id] ?? id } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ file, line, column, rule, message }) => ({
          ruleId: rule,
          ruleIndex: used.indexOf(rule),
          level: 'error',
          message: { text: message.join('\n') },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file) },
                region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
              },
            },
          ],
        })),
      },
    ],
  }
}

/** Returns the URI of a file: a relative one for a relative path, because services show it below the repository. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
}
