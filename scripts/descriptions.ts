import { objectTypes } from '../src/model/index.ts'

/**
 * Generates `src/export/descriptions.generated.ts`: the description of each type, with an empty key, and of its own properties. The
 * build removes descriptions from the model, because most code that checks a call does not need them.
 */
export function writeDescriptions(): string {
  const types = Object.entries(objectTypes).map(([name, { doc, properties }]) => {
    const own = Object.entries(properties).map(([key, property]) => [key, property.doc])
    return [name, { '': doc, ...Object.fromEntries(own) }]
  })
  return [
    '// Written by `npm run generate` from src/model. Change the model, not this file.',
    `export const descriptions: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(Object.fromEntries(types), null, 2)}`,
  ].join('\n\n')
}
