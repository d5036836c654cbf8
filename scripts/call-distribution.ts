import fc, { type Arbitrary } from 'fast-check'
import { anyCall, anyPeerToPeerCall } from '../generators/index.ts'
import { identityKinds } from '../src/builder/identity.ts'
import type { Call } from '../src/model/types.generated.ts'

/** Number of calls that the page counts. */
const numRuns = 10_000

const questions: readonly (readonly [string, (call: Call) => string | string[]])[] = [
  ['State', ({ state }) => state],
  ['Direction', ({ direction }) => direction],
  ['Kind', ({ meetingInfo }) => (meetingInfo ? 'group' : 'peer-to-peer')],
  [
    'Number of targets of peer-to-peer calls',
    ({ targets = [] }) => (targets.length > 0 ? sizeOf(targets) : []),
  ],
  ['Expanded navigation properties', numberExpanded],
  ['Roster', ({ participants }) => (participants ? sizeOf(participants) : 'absent')],
  ['Subject', subjectOf],
]

/** Returns the page about the distribution of generated calls, with the output of `fc.statistics`. */
export function callDistribution(): string {
  return [
    '<!-- Written by `npm run generate` from scripts/call-distribution.ts. Change the builders, not this file. -->',
    '# Distribution of generated calls',
    '',
    `The output of \`fc.statistics\` for ${numRuns} calls of \`anyCall()\`. Pass your own classifier to see the share of the calls that you need:`,
    '',
    '```ts',
    "import fc from 'fast-check'",
    "import { anyCall } from 'graph-call-testkit/generators'",
    '',
    "fc.statistics(anyCall(), ({ state, direction }) => [direction, state].join(' '))",
    '```',
    '',
    ...questions.flatMap(([title, classify]) => [`## ${title}`, '', ...statistics(anyCall(), classify), '']),
    '## First target of outgoing peer-to-peer calls',
    '',
    ...statistics(anyPeerToPeerCall({ direction: 'outgoing' }), identityOfTarget),
    '',
    '## The happy path',
    '',
    'Share of established outgoing calls whose first target is a user (Get call, Example 1), for each value of the option `distribution`:',
    '',
    ...(['uniform', 'mixed', 'likely'] as const).flatMap((distribution) => [
      `\`distribution: '${distribution}'\``,
      '',
      ...statistics(anyCall({ distribution }), (call) => (isHappy(call) ? 'Example 1' : 'other calls')),
      '',
    ]),
  ]
    .join('\n')
    .trimEnd()
}

function statistics(calls: Arbitrary<Call>, classify: (call: Call) => string | string[]): string[] {
  const lines: string[] = []
  const logger = (line: string) => lines.push(line)
  fc.statistics(calls, classify, { seed: 42, numRuns, logger })
  return ['```', ...lines, '```']
}

function identityOfTarget({ targets: [target] = [] }: Call): string {
  return identityKinds.find((kind) => target && Reflect.get(target.identity, kind)) ?? 'none'
}

function numberExpanded({
  participants,
  operations,
  audioRoutingGroups,
  contentSharingSessions,
}: Call): string {
  return String([participants, operations, audioRoutingGroups, contentSharingSessions].filter(Boolean).length)
}

function sizeOf({ length }: readonly unknown[]): string {
  return length > 3 ? 'more than 3' : String(length)
}

function subjectOf({ subject }: Call): string {
  if (subject === undefined) return 'absent'
  if (subject === null) return 'null'
  return subject === '' ? 'empty' : subject.length > 100 ? 'longer than 100' : 'other texts'
}

function isHappy({ state, direction, targets = [] }: Call): boolean {
  return state === 'established' && direction === 'outgoing' && Boolean(targets[0]?.identity.user)
}
