import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-6'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const topLevel = ['src', 'fixtures', 'generators', 'contracts']

/** Concepts that have a file on several layers: `model/call.ts`, `builder/call.ts` and `generators/call.ts`. */
const sharedFileNames = [
  'action-request',
  'notification',
  'call',
  'call-json',
  'call-sequence',
  'error',
  'faulty-call',
  'faulty-response',
  'future-call',
  'identity',
  'index',
  'lifecycle',
  'media',
  'meeting',
  'notifications',
  'operation',
  'overrides',
  'participant',
  'request',
]

/** Kind of import: loaded with the file, for types only, or by `import()`. */
type ImportKind = 'imports' | 'types' | 'onDemand'
const importKinds = ['imports', 'types', 'onDemand'] as const

interface Dependency {
  readonly file: string
  readonly target: string
  readonly kind: ImportKind
}

type Rule = { readonly directory: string } & Readonly<Record<ImportKind, readonly string[]>>

const rules = readRules()
const files = topLevel.flatMap((directory) =>
  readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${directory}/${file}`),
)
const dependencies = files.flatMap(dependenciesOf)

describe('the dependency table of ARCHITECTURE.md', () => {
  test('has a row for every source file', () => {
    expect(files.filter((file) => !directoryOf(file))).toEqual([])
  })

  test('has only rows for existing files', () => {
    const directories = rules.map(({ directory }) => directory)
    expect(directories.filter((directory) => !files.some((file) => directoryOf(file) === directory))).toEqual(
      [],
    )
  })

  test('allows every import', () => {
    const forbidden = dependencies.filter((dependency) => !isAllowed(dependency))
    expect(forbidden.map(({ file, target, kind }) => `${file} ${kind} ${target}`)).toEqual([])
  })

  test('allows only imports that exist', () => {
    const used = new Set(
      dependencies.map(({ file, target, kind }) => `${directoryOf(file)} ${kind} ${importedUnit(target)}`),
    )
    const allowed = rules.flatMap((rule) =>
      importKinds.flatMap((kind) => rule[kind].map((target) => `${rule.directory} ${kind} ${target}`)),
    )
    expect(allowed.filter((dependency) => !used.has(dependency))).toEqual([])
  })
})

test('generators load the errors of the fixtures, and no other bodies', () => {
  const loaded = loadedBy('generators/index.ts')
  expect(loaded.filter((file) => file.startsWith('fixtures/'))).toEqual([
    'fixtures/error-responses.generated.ts',
  ])
})

test('file names are specific', () => {
  expect(files.filter((file) => /(^|[/-])(utils?|helpers?|common|misc)([./-]|$)/.test(file))).toEqual([])
})

test('file names are unique, except for concepts with several layers', () => {
  const names = new Set(files.map((file) => basename(file, '.ts')))
  const repeated = [...names].flatMap((name) => {
    const sameName = files.filter((file) => basename(file, '.ts') === name)
    return sameName.length > 1 && !sharedFileNames.includes(name) ? [sameName.join(', ')] : []
  })
  expect(repeated).toEqual([])
})

/** Reads the table: a directory, and what it may import, for each row. */
function readRules(): Rule[] {
  const rows = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  return rows.map((row) => {
    const [directory = [], imports = [], types = [], onDemand = []] = row
      .split('|')
      .slice(1)
      .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    return { directory: directory[0] ?? '', imports, types, onDemand }
  })
}

function dependenciesOf(file: string): Dependency[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  const found: Dependency[] = []
  const add = (specifier: ts.Expression | undefined, kind: ImportKind) => {
    if (specifier && ts.isStringLiteral(specifier)) {
      found.push({ file, target: resolve(file, specifier.text), kind })
    }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, isTypeOnly(node.importClause) ? 'types' : 'imports')
    }
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'types' : 'imports')
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, 'types')
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], 'onDemand')
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return clause !== undefined
  return (
    !clause.name &&
    clause.namedBindings !== undefined &&
    ts.isNamedImports(clause.namedBindings) &&
    clause.namedBindings.elements.every((element) => element.isTypeOnly)
  )
}

function resolve(file: string, specifier: string): string {
  return specifier.startsWith('.') ? join(dirname(file), specifier) : specifier
}

/** Most specific directory in the table that contains a file. */
function directoryOf(file: string): string | undefined {
  return rules
    .map(({ directory }) => directory)
    .filter((directory) => file === directory || file.startsWith(`${directory}/`))
    .sort((a, b) => b.length - a.length)[0]
}

/** Directory of an imported file, or the package name of an import such as `msw/node`. */
function importedUnit(target: string): string {
  return directoryOf(target) ?? /^(@[^/]+\/[^/]+|[^/]+)/.exec(target)?.[0] ?? target
}

function isAllowed({ file, target, kind }: Dependency): boolean {
  const directory = directoryOf(file)
  const rule = rules.find((each) => each.directory === directory)
  const unit = importedUnit(target)
  if (unit === directory) return true
  if (!rule) return false
  // A directory that may be imported may also be imported for its types, or on demand.
  return rule.imports.includes(unit) || rule[kind].includes(unit)
}

/** Files that importing a file loads. */
function loadedBy(start: string): readonly string[] {
  const loaded = new Set([start])
  for (const file of loaded) {
    for (const { target, kind } of dependencies.filter((dependency) => dependency.file === file)) {
      if (kind === 'imports') loaded.add(target)
    }
  }
  return [...loaded]
}
