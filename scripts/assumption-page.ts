import { assumptionSections } from '../src/model/assumptions/index.ts'

/** Returns the page about everything that no source says. */
export function assumptionPage(): string {
  return [
    '<!-- Written by `npm run generate` from src/model/assumptions. Change the model, not this file. -->',
    '# Assumptions',
    '',
    'Documentation, metadata and reports leave these questions open. The virtual tenant does what a bot developer would expect. Responses',
    'that depend on an assumption have the header `x-testkit-assumption`. If you know better, please open an issue.',
    ...assumptionSections.flatMap(({ title, assumptions }) => [
      '',
      `## ${title}`,
      '',
      '| Topic | Unknown | Behavior of the virtual tenant |',
      '|---|---|---|',
      ...assumptions.map(({ topic, unknown, choice }) => `| ${topic} | ${unknown} | ${choice} |`),
    ]),
  ].join('\n')
}
