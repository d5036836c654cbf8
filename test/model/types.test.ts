import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fixtures } from 'graph-call-testkit/fixtures'
import ts from 'typescript-6'
import { expect, test } from 'vitest'
import type * as z from 'zod'
import { writeTypes } from '../../scripts/types.ts'
import { concreteTypesOf, objectType, odataTypeOf, propertiesOf } from '../../src/model/index.ts'
import { isJsonObject } from '../../src/model/json.ts'
import { locate } from '../../src/model/walk.ts'
import { type CheckMode, strict, tolerant } from '../../src/read/mode.ts'
import { schemaOf } from '../../src/schema/schema-of.ts'
import { runs, some } from '../runs.ts'
import { jsonNodes } from './json-nodes.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('types.generated.ts is up to date', () => {
  expect(readFileSync(join(root, 'src/model/types.generated.ts'), 'utf8')).toBe(`${writeTypes()}\n`)
})

/** A value to check against a type, with TypeScript and with zod. */
interface Case {
  readonly type: string
  readonly schema: z.ZodType
  readonly value: object
}

/** Values of every JSON type. The string is a number, because the service sometimes sends numbers as strings. */
const replacements: readonly unknown[] = [null, true, 17, '17', {}, [], [null], ['17'], [{}]]

test.each([
  ['strict', strict, pascal],
  ['tolerant', tolerant, (name: string) => `Received${pascal(name)}`],
] as const)('TypeScript and the %s schema agree on every property of every type', (_name, mode, typeName) => {
  const cases = samples().flatMap(({ name, value }) => {
    const declared = objectType(name).base ?? name
    const any = mode === strict && declared !== name && !objectType(declared).abstract ? 'Any' : ''
    const type = any + typeName(declared)
    const schema = schemaOf(declared, mode, (schema) => schema)
    return [value, ...changesOf(name, value, mode)].map((value): Case => ({ type, schema, value }))
  })
  const byTypeScript = acceptedByTypeScript(cases)
  const texts = cases.map(({ type, value }) => `${type} ${JSON.stringify(value)}`)
  const acceptedByZod = cases.map(({ schema, value }) => schema.validate(value))
  expect(texts.filter((_, index) => byTypeScript[index] && !acceptedByZod[index])).toEqual([])
  expect(texts.filter((_, index) => !byTypeScript[index] && acceptedByZod[index])).toEqual([])
  expect(acceptedByZod.filter((each) => each).length).toBeGreaterThan(runs(100, 500))
  expect(acceptedByZod.filter((each) => !each).length).toBeGreaterThan(runs(100, 500))
})

/** Returns an object of every type of the strict schema, with all properties that occur in fixtures. */
function samples() {
  const found = new Map<string, Record<string, unknown>>()
  for (const { body, status, provenance } of Object.values(fixtures)) {
    if (status !== 200 || provenance === 'reported') continue
    for (const { path, value } of jsonNodes(body)) {
      const { type } = locate('call', body, path)
      if (type.kind !== 'object' || !isJsonObject(value)) continue
      const tag = value['@odata.type'] ?? odataTypeOf(type.name)
      const name = concreteTypesOf(type.name).find((each) => tag === odataTypeOf(each))
      if (name) found.set(name, { ...value, ...found.get(name), '@odata.type': odataTypeOf(name) })
    }
  }
  return [...found].map(([name, value]) => ({ name, value }))
}

/** Returns copies of a sample that lack a property or have another value in it, if TypeScript can check that. */
function changesOf(name: string, sample: Record<string, unknown>, mode: CheckMode): object[] {
  return Object.entries(propertiesOf(name)).flatMap(([key, { type, provenance }]) => {
    if (mode === strict && provenance === 'reported') return []
    const { [key]: _, ...without } = sample
    const values = replacements.filter((value) => !(value === '17' && type.kind === 'string' && type.format))
    return [without, ...some(values, key.length).map((value) => ({ ...sample, [key]: value }))]
  })
}

/** Checks each case with TypeScript, as a constant of its type. */
function acceptedByTypeScript(cases: readonly Case[]): boolean[] {
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
