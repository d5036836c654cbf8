import type { Finding, Verification } from '../verify/verification.ts'
import type { CallSummary, Refusal, Somebody } from './calling-bot.ts'
import type { ContractReport, InteractionReport } from './contract.ts'

/** The report for a person: a screenful. */
export function print(report: ContractReport): string {
  const { consumer, provider, interactions, reads, passed } = report
  const width = Math.max(...interactions.map(({ name }) => name.length))
  return [
    `${consumer} asks ${provider}: GET /v1.0/communications/calls/{id}`,
    '',
    ...interactions.flatMap((interaction) => interactionLines(interaction, width)),
    '',
    `Reads          ${reads.length} paths of a call (--json lists them); the contract holds these, and no more`,
    ...report.unpromisedReads.map(
      (path) => `Not promised   ${path}: every example has null or nothing there`,
    ),
    `Pact file      ${report.pactFile} (${fileWas[report.pactFileWas]})`,
    ...report.verified.flatMap(verificationLines),
    `Not verified   against ${report.notVerified.join(', ')}: it verifies no pacts. The contract says what this`,
    '               consumer assumes of it.',
    ...(passed ? publishLines(report) : ['', 'Something does not match: see above.']),
    '',
  ].join('\n')
}

const fileWas: Readonly<Record<ContractReport['pactFileWas'], string>> = {
  unchanged: 'unchanged',
  written: 'written anew',
  kept: 'left as it was, since an interaction did not match',
}

function interactionLines(
  { name, status, matched, answer, mismatches }: InteractionReport,
  width: number,
): string[] {
  const words = answer ? ('next' in answer ? refusalWords(answer) : callWords(answer)) : ''
  const line = `${matched ? '  matched  ' : '  MISMATCH '} ${name.padEnd(width)}  ${status}  ${words}`
  return [line.trimEnd(), ...mismatches.map((mismatch) => `             ${mismatch}`)]
}

function callWords({ state, direction, caller, callees, media, meeting }: CallSummary): string {
  const name = (somebody: Somebody | undefined) => somebody?.name ?? 'somebody'
  const parties = meeting
    ? `${name(caller)} in a meeting`
    : `${name(caller)} -> ${callees.map(name).join(', ')}`
  return `${state}, ${direction}, ${parties}${media ? `, media by ${media}` : ''}`
}

function refusalWords({ code, next, wait }: Refusal): string {
  return `${code}: ${next}${wait === undefined ? '' : ` ${wait} s`}`
}

const meanings: Readonly<Record<Verification['shows'], string>> = {
  'self-consistency': 'self-consistency: this package agrees with itself',
  shape: 'shape: types and members as $metadata and the documentation have them',
}

function verificationLines({ against, shows, interactions }: Verification): string[] {
  const passed = interactions.filter((interaction) => interaction.passed).length
  const head = `Verified       against the ${against}, ${passed} of ${interactions.length} (${meanings[shows]})`
  const failed = interactions.flatMap(({ description, findings }) =>
    findings.map((finding) => `  MISMATCH  ${description}: ${findingWords(finding)}`),
  )
  return [head, ...failed]
}

function findingWords({ where, path, expected, actual, message }: Finding): string {
  return `${[where, path].join(' ').trim()}: ${message || `expected ${expected}, actual ${actual}`}`
}

function publishLines({ pactFile }: ContractReport): string[] {
  return [
    'Publish        npx --package @pact-foundation/pact-cli pact-broker publish \\',
    `                 ${pactFile} \\`,
    '                 --consumer-app-version "$(git rev-parse HEAD)" --branch "$(git branch --show-current)"',
    '                 with PACT_BROKER_BASE_URL and PACT_BROKER_TOKEN in the environment',
  ]
}
