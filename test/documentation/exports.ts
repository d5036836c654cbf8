import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-6'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const manifest: { exports: Record<string, string | Readonly<Record<string, unknown>>> } = JSON.parse(
  readFileSync(`${root}package.json`, 'utf8'),
)

/** Entry points of the package with their source files: `graph-call-testkit/tenant` is `src/tenant/index.ts`. */
export const entryPoints: readonly { readonly name: string; readonly file: string }[] = Object.entries(
  manifest.exports,
).flatMap(([path, target]) => {
  const source = typeof target === 'string' ? undefined : target['graph-call-testkit-source']
  return typeof source === 'string'
    ? [{ name: `graph-call-testkit${path.slice(1)}`, file: root + source.slice('./'.length) }]
    : []
})

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config,
  ts.sys,
  root,
)
const compilerOptions: ts.CompilerOptions = { ...options, noUnusedLocals: false, noUnusedParameters: false }

const host = ts.createCompilerHost(compilerOptions)
const sourceFiles = new Map<string, ts.SourceFile | undefined>()
const sharedHost: ts.CompilerHost = {
  ...host,
  getSourceFile(file, languageVersion) {
    // Programs share the files that they have in common.
    if (!sourceFiles.has(file)) sourceFiles.set(file, host.getSourceFile(file, languageVersion))
    return sourceFiles.get(file)
  },
}

/** Creates a program of files that do not exist on the disk. */
export function createProgram(files: ReadonlyMap<string, string>): ts.Program {
  return ts.createProgram([...files.keys()], compilerOptions, {
    ...sharedHost,
    fileExists: (file) => files.has(file) || host.fileExists(file),
    readFile: (file) => files.get(file) ?? host.readFile(file),
    getSourceFile(file, languageVersion) {
      const text = files.get(file)
      return text === undefined
        ? sharedHost.getSourceFile(file, languageVersion)
        : ts.createSourceFile(file, text, languageVersion)
    },
  })
}

/** The sources alone, without libraries: enough to list exports and read their comments. */
const program = ts.createProgram(
  entryPoints.map(({ file }) => file),
  { ...compilerOptions, noLib: true, types: [] },
  {
    ...sharedHost,
    resolveModuleNameLiterals: (literals, containingFile, _redirected, options) =>
      literals.map(({ text }) =>
        text.startsWith('.')
          ? ts.resolveModuleName(text, containingFile, options, host)
          : { resolvedModule: undefined },
      ),
  },
)
const checker = program.getTypeChecker()

/** Export of an entry point, as it was declared. */
export interface Export {
  readonly name: string
  readonly entryPoint: string
  readonly symbol: ts.Symbol
  /** True for a function, class or constant; false for a type. */
  readonly isValue: boolean
}

export const exports: readonly Export[] = entryPoints.flatMap(({ name: entryPoint, file }) => {
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${file} has no exports.`)
  return checker.getExportsOfModule(module).map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
    return { name: exported.name, entryPoint, symbol, isValue: (symbol.flags & ts.SymbolFlags.Value) !== 0 }
  })
})

/** Text that an editor shows for a symbol: its comment and tags. */
export function hoverText(symbol: ts.Symbol): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker))
  const tags = symbol
    .getJsDocTags(checker)
    .map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`)
  return [text, ...tags].join('\n')
}

/**
 * Names of the tags in a comment, as an editor shows them. An `@` after a space starts a tag, even in a code block. So does
 * `{@link` at the start of a `@throws`, where TypeScript expects a type.
 */
export const tagNames = (symbol: ts.Symbol): string[] => symbol.getJsDocTags(checker).map(({ name }) => name)

/** Properties and methods that an interface or class declares, without overrides. */
export function membersOf({ symbol }: Export): ts.Symbol[] {
  const isOverride = ({ declarations = [] }: ts.Symbol) =>
    declarations.some((declaration) => declaration.getText().startsWith('override'))
  const kinds = ts.SymbolFlags.Property | ts.SymbolFlags.Method
  return [...(symbol.members?.values() ?? [])].filter(
    (member) => (member.flags & kinds) !== 0 && !isOverride(member) && !member.name.startsWith('__#'),
  )
}
