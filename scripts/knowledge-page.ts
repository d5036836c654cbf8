import { explanations } from '../src/explain/index.ts'
import { assumptions } from '../src/model/assumptions/index.ts'
import { absentIn, changes, history } from '../src/model/changes.ts'
import type { Claim } from '../src/model/disagreement.ts'
import { disagreements } from '../src/model/disagreements.ts'
import { sourcesIn } from '../src/model/sources.ts'
import { publicPayloads } from './public-payloads.ts'

/** Returns the page about everything that is known about calls, and on which the sources disagree. */
export function knowledgePage(): string {
  return [
    '<!-- Written by `npm run generate` from src/model and the fixtures. Change the model, not this file. -->',
    '# What is known about calls',
    '',
    'This page is made from the model. [provenance.md](provenance.md) explains the kinds of sources, and `graph-call-testkit explain NAME`',
    'prints the same for one name.',
    '',
    '## Facts by kind of source',
    '',
    'A fact with several kinds of sources counts for each.',
    '',
    ...factTable(),
    '',
    '## Public bodies that the package reads',
    '',
    ...score(),
    '',
    '## Disagreements',
    '',
    'Documentation, metadata and reports say different things about these.',
    '',
    '| Topic | Documentation | Metadata | Reports | This package |',
    '|---|---|---|---|---|',
    ...disagreements.map(
      ({ topic, documented, metadata, reported, choice }) =>
        `| ${topic} | ${claimText(documented)} | ${claimText(metadata)} | ${claimText(reported)} | ${choice} |`,
    ),
    '',
    '## Changes of the metadata',
    '',
    `The v1.0 metadata of calls changed in these months. Everything else is older than ${history.first}, or unchanged until ${history.last}.`,
    '',
    '| Month | Added |',
    '|---|---|',
    ...changes.map(({ since, subjects }) => `| ${since} | ${subjects.map(code).join(', ')} |`),
    '',
    '## Clouds',
    '',
    'The metadata of these clouds does not have some names. The China cloud has no calls.',
    '',
    '| Cloud | Not in its metadata |',
    '|---|---|',
    ...(['usgov', 'usnat'] as const).map(
      (cloud) => `| ${code(cloud)} | ${absentIn[cloud].map(code).join(', ')} |`,
    ),
    '',
    '## Open questions',
    '',
    `No source answers ${assumptions.length} questions: see [assumptions.md](assumptions.md).`,
  ].join('\n')
}

const kinds = ['documented', 'metadata', 'reported', 'assumed'] as const

function factTable(): readonly string[] {
  const all = explanations()
  const names = [...new Set(all.map(({ kind }) => kind))]
  return [
    `| Kind | Number | ${kinds.join(' | ')} |`,
    '|---|---|---|---|---|---|',
    ...names.map((name) => {
      const facts = all.filter(({ kind }) => kind === name)
      const counts = kinds.map((kind) => facts.filter(({ provenance }) => provenance.includes(kind)).length)
      return `| ${name} | ${facts.length} | ${counts.join(' | ')} |`
    }),
  ]
}

function score(): readonly string[] {
  const payloads = publicPayloads()
  const missed = payloads.filter(({ error }) => error !== undefined)
  const read = payloads.length - missed.length
  return [
    `Of ${payloads.length} bodies in the documentation and in public reports, the package reads ${read}. It does not read these:`,
    '',
    '| Body | Source | Reason |',
    '|---|---|---|',
    ...missed.map(({ name, source, error }) => `| ${name} | ${linked(source)} | ${cell(error ?? '')} |`),
  ]
}

function claimText(claim: Claim | undefined): string {
  return claim ? `${cell(claim.says)} (${linked(claim.origin)})` : ''
}

/** Returns the names of sources as links. */
function linked(origin: string): string {
  return sourcesIn(origin)
    .map(({ text, url }) => `[${cell(text)}](${url})`)
    .join('; ')
}

const code = (text: string) => `\`${text}\``

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
