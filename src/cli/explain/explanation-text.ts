import type { Explanation } from '../../explain/index.ts'

/** Number of fixtures in the text. `--json` has all. */
const maxFixtures = 6

/** Formats an explanation for people. */
export function explanationText(explanation: Explanation): string {
  const { name, kind, description, type, nullable, members, provenance, sources } = explanation
  const { since, seenIn, assumed, watchFor, note } = explanation
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [
      'Type',
      type === undefined
        ? []
        : [nullable === undefined ? type : `${type}, ${nullable ? 'can be' : 'never'} null`],
    ],
    [kind === 'action' ? 'Parameters' : 'Members', members ? [members.join(', ')] : []],
    ['Provenance', [provenance.join(', ')]],
    ['Sources', sources.flatMap(({ text, url }) => [text, `  ${url}`])],
    ['Since', since === undefined ? [] : [since]],
    ['Seen in', seenIn.length > 0 ? [fixturesText(seenIn)] : []],
    ['Note', note?.split('\n') ?? []],
    ['Assumed', assumed],
    ['Watch for', watchFor],
  ]
  const lines = rows.flatMap(([title, values]) =>
    values.map((value, index) => `${(index === 0 ? title : '').padEnd(11)} ${value}`),
  )
  return `${[`${name} (${kind})`, description, '', ...lines].join('\n')}\n`
}

function fixturesText(names: readonly string[]): string {
  const first = names.slice(0, maxFixtures).join(', ')
  return names.length > maxFixtures ? `${first}, and ${names.length - maxFixtures} more` : first
}
