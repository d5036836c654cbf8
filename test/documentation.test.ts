import ts from 'typescript-6'
import { describe, expect, test } from 'vitest'
import { errorsInExamples, examples } from './documentation/examples.ts'
import { entryPoints, exports, hoverText, membersOf, tagNames } from './documentation/exports.ts'
import { deepTest } from './runs.ts'

describe.each(entryPoints)('$name', ({ name: entryPoint }) => {
  const own = exports.filter((exported) => exported.entryPoint === entryPoint)

  test('every export and every member has a doc comment', () => {
    const members = own.flatMap((exported) =>
      membersOf(exported).map((member) => [`${exported.name}.${member.name}`, member] as const),
    )
    const all = [...own.map(({ name, symbol }) => [name, symbol] as const), ...members]
    expect(all.filter(([, symbol]) => !hoverText(symbol).trim()).map(([name]) => name)).toEqual([])
  })

  test('no comment has an unknown tag', () => {
    const known = ['param', 'returns', 'throws', 'example']
    const symbols = own.flatMap((exported) => [exported.symbol, ...membersOf(exported)])
    const unknown = symbols.flatMap((symbol) =>
      tagNames(symbol)
        .filter((name) => !known.includes(name))
        .map((name) => `${symbol.name}: @${name}`),
    )
    expect(unknown).toEqual([])
  })

  test.each([
    ['value', true],
    ['type', false],
  ])('every exported %s has an @example', (_kind, isValue) => {
    const without = own.filter(
      (each) => each.isValue === isValue && !hoverText(each.symbol).includes('@example'),
    )
    expect(without.map(({ name }) => name)).toEqual([])
  })

  test('every schema, function and table names its sources', () => {
    const values = own.filter(({ symbol, isValue }) => isValue && !(symbol.flags & ts.SymbolFlags.Class))
    expect(
      values.filter(({ symbol }) => !/Sources?: /.test(hoverText(symbol))).map(({ name }) => name),
    ).toEqual([])
  })
})

deepTest('every example compiles', () => {
  expect(examples.length).toBeGreaterThan(50)
  expect(errorsInExamples()).toEqual([])
})
