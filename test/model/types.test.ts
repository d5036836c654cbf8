import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fixtures } from 'graph-call-testkit/fixtures'
import ts from 'typescript-6'
import { expect, test } from 'vitest'
import type * as z from 'zod'
import { writeTypes } from '../../scripts/types.ts'
import { concreteTypesOf, objectType, odataTypeOf, propertiesOf } from '../../src/model/index.ts'
import { placeOf } from '../../src/model/walk.ts'
import { type SchemaMode, schemaOf, strict, tolerant } from '../../src/schema/schema-of.ts'
import { runs, some } from '../runs.ts'
import { isObject, spotsOf } from './walk.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('types.generated.ts is what `npm run generate` writes', () => {
  expect(readFileSync(join(root, 'src/model/types.generated.ts'), 'utf8')).toBe(`${writeTypes()}\n`)
})

/** A value that is or is not of a declared type: as TypeScript has that type, and as zod has it. */
interface Case {
  readonly type: string
  readonly schema: z.ZodType
  readonly value: object
}

/** Values of every JSON type; the text is a number's, for where traffic has one in a string. */
const replacements: readonly unknown[] = [null, true, 17, '17', {}, [], [null], ['17'], [{}]]

test.each([
  ['strict', strict, pascal],
  ['tolerant', tolerant, (name: string) => `Received${pascal(name)}`],
] as const)(
  'TypeScript and the %s reading agree on every property of every type',
  (_name, reading, typeName) => {
    const cases = samples().flatMap(({ name, value }) => {
      const declared = objectType(name).base ?? name
      const any = reading === strict && declared !== name && !objectType(declared).abstract ? 'Any' : ''
      const type = any + typeName(declared)
      const schema = schemaOf(declared, reading, (schema) => schema)
      return [value, ...changesOf(name, value, reading)].map((value): Case => ({ type, schema, value }))
    })
    const taken = takenByTypeScript(cases)
    const told = cases.map(({ type, value }) => `${type} ${JSON.stringify(value)}`)
    const takenByZod = cases.map(({ schema, value }) => schema.validate(value))
    expect(told.filter((_, index) => taken[index] && !takenByZod[index])).toEqual([])
    expect(told.filter((_, index) => !taken[index] && takenByZod[index])).toEqual([])
    expect(takenByZod.filter((each) => each).length).toBeGreaterThan(runs(100, 500))
    expect(takenByZod.filter((each) => !each).length).toBeGreaterThan(runs(100, 500))
  },
)

/** An object of every type that the strict reading takes, with all of the properties that a fixture shows. */
function samples() {
  const found = new Map<string, Record<string, unknown>>()
  for (const { body, status, provenance } of Object.values(fixtures)) {
    if (status !== 200 || provenance === 'reported') continue
    for (const { path, value } of spotsOf(body)) {
      const { type } = placeOf('call', body, path)
      if (type.kind !== 'object' || !isObject(value)) continue
      const tag = value['@odata.type'] ?? odataTypeOf(type.name)
      const name = concreteTypesOf(type.name).find((each) => tag === odataTypeOf(each))
      if (name) found.set(name, { ...value, ...found.get(name), '@odata.type': odataTypeOf(name) })
    }
  }
  return [...found].map(([name, value]) => ({ name, value }))
}

/** The sample with one property left out, or of every other type, as far as TypeScript can tell. */
function changesOf(name: string, sample: Record<string, unknown>, reading: SchemaMode): object[] {
  return Object.entries(propertiesOf(name)).flatMap(([key, { type, provenance }]) => {
    if (reading === strict && provenance === 'reported') return []
    const { [key]: _, ...without } = sample
    const values = replacements.filter((value) => !(value === '17' && type.kind === 'string' && type.format))
    return [without, ...some(values, key.length).map((value) => ({ ...sample, [key]: value }))]
  })
}

/** Which of the cases TypeScript takes, each being a constant of its type. */
function takenByTypeScript(cases: readonly Case[]): boolean[] {
  const file = join(root, 'test/schema/cases.ts')
  const lines = cases.map(
    ({ type, value }, index) => `export const c${index}: t.${type} = ${JSON.stringify(value)}`,
  )
  const text = ["import type * as t from '../../src/model/types.generated.ts'", ...lines].join('\n')
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es5.d.ts'],
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile } = host
  host.getSourceFile = (name, languageVersion) =>
    name === file ? ts.createSourceFile(name, text, languageVersion) : getSourceFile(name, languageVersion)
  const program = ts.createProgram([file], options, host)
  const source = program.getSourceFile(file)
  const wrong = new Set(
    program
      .getSemanticDiagnostics(source)
      .map(({ start = 0 }) => source?.getLineAndCharacterOfPosition(start).line),
  )
  return cases.map((_, index) => !wrong.has(index + 1))
}

function pascal(name: string): string {
  return name[0]?.toUpperCase() + name.slice(1)
}
