import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-6'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const topLevel = ['src', 'fixtures', 'generators', 'contracts']

/** How a file names another: so that it is loaded at once, for its types alone, or when it is needed. */
type Manner = 'imports' | 'types' | 'onDemand'

interface Arrow {
  readonly file: string
  readonly target: string
  readonly manner: Manner
}

type Rule = { readonly room: string } & Readonly<Record<Manner, readonly string[]>>

const rules = readRules()
const files = topLevel.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
)
const arrows = files.flatMap(arrowsOf)

describe('the arrows of ARCHITECTURE.md', () => {
  test('every source file stands in a room of the table', () => {
    expect(files.filter((file) => !roomOf(file))).toEqual([])
  })

  test('every room of the table holds a file', () => {
    expect(
      rules.map(({ room }) => room).filter((room) => !files.some((file) => roomOf(file) === room)),
    ).toEqual([])
  })

  test('no file imports what its room may not', () => {
    expect(arrows.filter((arrow) => !isAllowed(arrow)).map(show)).toEqual([])
  })

  test('every arrow of the table is used', () => {
    const used = new Set(
      arrows.map(({ file, target, manner }) => `${roomOf(file)} ${manner} ${placeOf(target)}`),
    )
    const unused = rules.flatMap((rule) =>
      (['imports', 'types', 'onDemand'] as const).flatMap((manner) =>
        rule[manner].map((target) => `${rule.room} ${manner} ${target}`).filter((arrow) => !used.has(arrow)),
      ),
    )
    expect(unused).toEqual([])
  })

  test('no file is loaded by way of itself', () => {
    expect(files.flatMap((file) => cycleFrom(file) ?? [])).toEqual([])
  })

  test('no room is a bin', () => {
    expect(files.filter((file) => /(^|[/-])(utils?|helpers?|common|misc)([./-]|$)/.test(file))).toEqual([])
  })
})

/** The table of ARCHITECTURE.md: a room a row; what it may import, at what time, in its columns. */
function readRules(): Rule[] {
  const table = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  return table.map((line) => {
    const [room = [], imports = [], types = [], onDemand = []] = line
      .split('|')
      .slice(1)
      .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    return { room: room[0] ?? '', imports, types, onDemand }
  })
}

function arrowsOf(file: string): Arrow[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  const found: Arrow[] = []
  const add = (specifier: ts.Expression | undefined, manner: Manner) => {
    if (specifier && ts.isStringLiteral(specifier))
      found.push({ file, target: resolve(file, specifier.text), manner })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, isOfTypes(node.importClause) ? 'types' : 'imports')
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

function isOfTypes(clause: ts.ImportClause | undefined): boolean {
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

/** The room that a file stands in: the longest of the table that holds it. */
function roomOf(file: string): string | undefined {
  return rules
    .map(({ room }) => room)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
}

/** A room, or the name of a package without the path in it. */
function placeOf(target: string): string {
  return roomOf(target) ?? /^(@[^/]+\/[^/]+|[^/]+)/.exec(target)?.[0] ?? target
}

function isAllowed({ file, target, manner }: Arrow): boolean {
  const own = roomOf(file)
  const rule = rules.find(({ room }) => room === own)
  const place = placeOf(target)
  if (place === own) return true
  if (!rule) return false
  // What may be loaded at once may also be loaded later, or for its types.
  return rule.imports.includes(place) || rule[manner].includes(place)
}

function show({ file, target, manner }: Arrow): string {
  return `${file} ${manner} ${target}`
}

/** A way that leads from a file to itself, where there is one. */
function cycleFrom(start: string): string | undefined {
  const seen = new Set<string>()
  const walk = (file: string, way: readonly string[]): string | undefined => {
    if (file === start && way.length > 0) return [...way, file].join(' -> ')
    if (seen.has(file)) return undefined
    seen.add(file)
    for (const { target, manner } of arrowsFrom(file)) {
      const cycle = manner === 'imports' ? walk(target, [...way, file]) : undefined
      if (cycle) return cycle
    }
    return undefined
  }
  return walk(start, [])
}

function arrowsFrom(file: string): Arrow[] {
  return arrows.filter((arrow) => arrow.file === file)
}
