import ts from 'typescript-6'
import { entryPoints, root } from '../documentation/exports.ts'

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config,
  ts.sys,
  root,
)
const program = ts.createProgram(
  entryPoints.map(({ file }) => file),
  options,
)
const checker = program.getTypeChecker()

const exported = entryPoints.flatMap(({ file }) => {
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${file} has no exports.`)
  return checker.getExportsOfModule(module).map((symbol) => ({
    name: symbol.name,
    symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  }))
})

/** Names of the properties of a type, or of all members of a union. */
function namesOf(type: ts.Type): readonly string[] {
  const members = type.isUnion() ? type.types : [type]
  return [
    ...new Set(
      members
        .filter((member) => member.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))
        .flatMap((member) => checker.getPropertiesOfType(member).map(({ name }) => name)),
    ),
  ]
}

/** Types that a test passes to a function as a whole. `CallOptions` and its subtypes are JSON of the API. */
const isOptionType = (name: string) =>
  !/^(Received)?(Incoming|Outgoing)?CallOptions$/.test(name) &&
  /(Options|Definition)$|^(Failure|Interval|Latency|CallEndReason|TenantLimits)$/.test(name)

/** Every exported type of options, with the names of its options. */
export const optionTypes: ReadonlyMap<string, readonly string[]> = new Map(
  exported
    .filter(({ name, symbol }) => isOptionType(name) && !(symbol.flags & ts.SymbolFlags.Value))
    .map(({ name, symbol }) => [name, namesOf(checker.getDeclaredTypeOfSymbol(symbol))]),
)

/** Options that are optional and do not accept undefined, such as that of a variable that may not be set. */
export const optionsWithoutUndefined: readonly string[] = exported
  .filter(({ name, symbol }) => isOptionType(name) && !(symbol.flags & ts.SymbolFlags.Value))
  .flatMap(({ name, symbol }) =>
    checker
      .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
      .filter(({ valueDeclaration }) => {
        if (!valueDeclaration || !ts.isPropertySignature(valueDeclaration)) return false
        const { questionToken, type } = valueDeclaration
        return questionToken && !/\b(undefined|unknown)\b/.test(type?.getText() ?? '')
      })
      .map((property) => `${name}.${property.name}`),
  )

/** Parameters that have a name of options. */
const isOptionParameter = (name: string) => /^(\w*[oO]ptions|definition|failure|reason|init)$/.test(name)

/** Every exported function, and every method of an exported interface, that takes options. */
export const functionsWithOptions: readonly string[] = [
  ...new Set(
    exported.flatMap(({ name, symbol }) => {
      if (symbol.flags & ts.SymbolFlags.Value) {
        return takesOptions(checker.getTypeOfSymbol(symbol)) ? [name] : []
      }
      if (!(symbol.flags & ts.SymbolFlags.Interface)) return []
      return checker
        .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
        .filter((member) => member.declarations?.some((each) => isOwn(each)))
        .filter((member) => takesOptions(checker.getTypeOfSymbol(member)))
        .map((member) => member.name)
    }),
  ),
]

function isOwn(declaration: ts.Declaration): boolean {
  const { fileName } = declaration.getSourceFile()
  return (
    fileName.startsWith(root) && !fileName.includes('/node_modules/') && ts.isMethodSignature(declaration)
  )
}

function takesOptions(type: ts.Type): boolean {
  return type
    .getCallSignatures()
    .some(({ parameters }) => parameters.some(({ name }) => isOptionParameter(name)))
}
