import ts from 'typescript-6'
import { createProgram, type Export, exports, membersOf, root } from './exports.ts'

/** TypeScript block in a doc comment. */
export interface Example {
  /** Name of the export, or of its member: `Tenant.addCall`. */
  readonly of: string
  readonly file: string
  /** Line of the file on which the block starts. */
  readonly line: number
  readonly code: string
}

/** Names that every example can use without a declaration. */
const ambient = `
declare global {
  const id: string
  const url: string
  const headers: Record<string, string>
  const body: unknown
  const response: Response
  const call: import('graph-call-testkit').ReceivedCall
  const tenant: import('graph-call-testkit/tenant').Tenant
  const server: import('graph-call-testkit/tenant').TenantServer
}
export {}
`
const ambientImports = new Map([
  ['fc', `import fc from 'fast-check'`],
  ['expect', `import { expect } from 'vitest'`],
  ['test', `import { test } from 'vitest'`],
])

/** Examples of all exports and of their members. */
export const examples: readonly Example[] = unique(
  exports.flatMap((exported) => [
    ...examplesIn(exported.name, exported.symbol),
    ...membersOf(exported).flatMap((member) => examplesIn(`${exported.name}.${member.name}`, member)),
  ]),
)

/** Type errors in the examples: `src/x.ts:12 Tenant.addCall: Cannot find name 'app'.` */
export function errorsInExamples(): string[] {
  const directory = `${root}test/documentation/`
  const files = new Map([[`${directory}ambient.ts`, ambient]])
  const imports = new Map<Example, number>()
  for (const [index, example] of examples.entries()) {
    const lines = importsFor(example.code)
    imports.set(example, lines.length)
    files.set(fileOf(index), [...lines, example.code, 'export {}'].join('\n'))
  }
  const program = createProgram(files)
  return examples.flatMap((example, index) => {
    const source = program.getSourceFile(fileOf(index))
    const diagnostics = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]
    return diagnostics.map(({ start = 0, messageText }) => {
      const { line = 0 } = source?.getLineAndCharacterOfPosition(start) ?? {}
      const message = ts.flattenDiagnosticMessageText(messageText, ' ')
      const inFile = example.line + line - (imports.get(example) ?? 0)
      return `${example.file.slice(root.length)}:${inFile} ${example.of}: ${message}`
    })
  })

  function fileOf(index: number): string {
    return `${directory}example-${index}.ts`
  }
}

function examplesIn(of: string, symbol: ts.Symbol): Example[] {
  const comments = (symbol.declarations ?? []).flatMap((declaration) =>
    ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc),
  )
  return comments.flatMap((comment) => {
    const source = comment.getSourceFile()
    const first = source.getLineAndCharacterOfPosition(comment.pos).line + 1
    const lines = source.text
      .slice(comment.pos, comment.end)
      .split('\n')
      .map((line) => line.replace(/^\s*\* ?/, ''))
    const text = lines.join('\n')
    return [...text.matchAll(/^```ts\n(.*?)\n```$/gms)].map(({ 1: code = '', index }) => ({
      of,
      file: source.fileName,
      line: first + text.slice(0, index).split('\n').length,
      code,
    }))
  })
}

/** Imports for the exports that an example uses but does not declare. */
function importsFor(code: string): string[] {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest)
  const declared = new Set(source.statements.flatMap(declaredNames))
  const used = new Set(code.match(/[A-Za-z_$][\w$]*/g))
  const names = [...used].filter((name) => !declared.has(name))
  return names.flatMap((name) => {
    const exported: Export | undefined = exports.find((each) => each.name === name)
    if (!exported) return ambientImports.get(name) ?? []
    return `import { ${exported.isValue ? '' : 'type '}${name} } from '${exported.entryPoint}'`
  })
}

function declaredNames(statement: ts.Statement): string[] {
  const names: string[] = []
  const addName = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.push(name.text)
    else for (const element of name.elements) if (!ts.isOmittedExpression(element)) addName(element.name)
  }
  if (ts.isVariableStatement(statement)) {
    for (const { name } of statement.declarationList.declarations) addName(name)
  } else if (ts.isImportDeclaration(statement)) {
    const { name, namedBindings } = statement.importClause ?? {}
    if (name) names.push(name.text)
    if (namedBindings && ts.isNamespaceImport(namedBindings)) names.push(namedBindings.name.text)
    if (namedBindings && ts.isNamedImports(namedBindings)) {
      names.push(...namedBindings.elements.map((element) => element.name.text))
    }
  } else if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  ) {
    if (statement.name) names.push(statement.name.text)
  }
  return names
}

/** Removes examples of symbols that several entry points export. */
function unique(all: readonly Example[]): Example[] {
  return [...new Map(all.map((example) => [`${example.file}:${example.line}`, example])).values()]
}
