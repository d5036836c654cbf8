import { Option } from 'commander'
import { type FindingFormat, findingFormats } from './finding-formats.ts'

/** Values of the options {@link formatOption} and {@link jsonOption}. */
export interface FormatOptions {
  readonly format: FindingFormat
  readonly json?: true
}

/** Creates the option that selects the format of findings. */
export function formatOption(): Option {
  return new Option(
    '--format <format>',
    'format of the report: github prints annotations for GitHub Actions, sarif is for code scanning',
  )
    .choices([...findingFormats])
    .default('pretty')
}

/** Creates the short form of `--format json`. */
export function jsonOption(): Option {
  return new Option('--json', 'print the report as JSON: the same as --format json').conflicts('format')
}

/** Returns the format that the options select. */
export function formatIn({ format, json }: FormatOptions): FindingFormat {
  return json ? 'json' : format
}
