import { fileURLToPath } from 'node:url'
import ts from 'typescript-6'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const entries = [
  'src/index.ts',
  'src/schema/index.ts',
  'fixtures/index.ts',
  'generators/index.ts',
  'contracts/index.ts',
  'src/tenant/index.ts',
  'src/adapters/msw.ts',
].map((file) => root + file)
const program = ts.createProgram(entries, {
  strict: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  types: [],
})
const checker = program.getTypeChecker()

/** What an editor shows of a symbol: its comment, and the tags below. */
function hover(symbol: ts.Symbol): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker))
  const tags = symbol
    .getJsDocTags(checker)
    .map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`)
  return [text, ...tags].join('\n')
}

/** The exports of an entry point, each as it was declared. */
function exportsOf(file: string): ts.Symbol[] {
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${file} exports nothing.`)
  return checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
}

/** The properties that an interface or a class of ours declares; those of an alias stand with what it names. */
function membersOf(symbol: ts.Symbol): ts.Symbol[] {
  const isOverride = ({ declarations = [] }: ts.Symbol) =>
    declarations.some((declaration) => declaration.getText().startsWith('override'))
  return [...(symbol.members?.values() ?? [])].filter(
    (member) => (member.flags & ts.SymbolFlags.Property) !== 0 && !isOverride(member),
  )
}

describe.each(entries.map((file) => [file.slice(root.length), exportsOf(file)] as const))(
  '%s',
  (_file, symbols) => {
    test('every export says what it is, and every property of it', () => {
      const members = symbols.flatMap((symbol) =>
        membersOf(symbol).map((member) => [`${symbol.name}.${member.name}`, member] as const),
      )
      const all = [...symbols.map((symbol) => [symbol.name, symbol] as const), ...members]
      expect(all).not.toEqual([])
      expect(all.filter(([, symbol]) => !hover(symbol).trim()).map(([name]) => name)).toEqual([])
    })
    test('every value that is exported shows its use', () => {
      const values = symbols.filter(({ flags }) => flags & ts.SymbolFlags.Value)
      expect(values.filter((symbol) => !hover(symbol).includes('@example')).map(({ name }) => name)).toEqual(
        [],
      )
    })
    test('every schema, function and table says where its rules come from', () => {
      const values = symbols.filter(
        ({ flags }) => flags & ts.SymbolFlags.Value && !(flags & ts.SymbolFlags.Class),
      )
      expect(values.filter((symbol) => !/Sources?: /.test(hover(symbol))).map(({ name }) => name)).toEqual([])
    })
  },
)
