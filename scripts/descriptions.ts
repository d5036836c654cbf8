import { enumTypes, objectTypes } from '../src/model/index.ts'

/**
 * Generates `src/model/descriptions.generated.ts`: the description of each enum and type, with an empty key, and of the properties
 * of the type itself. The
 * build removes descriptions from the model, because most code that checks a call does not need them.
 */
export function writeDescriptions(): string {
  const types = Object.entries(objectTypes).map(([name, { doc, properties }]) => {
    const own = Object.entries(properties).map(([key, property]) => [key, property.doc])
    return [name, { '': doc, ...Object.fromEntries(own) }]
  })
  const enums = Object.entries(enumTypes).map(([name, { doc }]) => [name, { '': doc }])
  return [
    '// Written by `npm run generate` from src/model. Change the model, not this file.',
    `export const descriptions: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(Object.fromEntries([...types, ...enums]), null, 2)}`,
  ].join('\n\n')
}
