import { parseAst } from 'rolldown/parseAst'
import type { SyntaxNode } from './syntax.ts'

/** Statement of a bundle of declarations, with the comments before it. */
interface Declaration {
  readonly name: string
  readonly text: string
}

/** Module of declarations. */
interface TypesModule {
  readonly name: string
  readonly text: string
}

/** Maximum size of a part, in characters. The compression of a tarball looks back 32 KiB, so it finds the copy of a part. */
const largestPart = 24_000

/**
 * Divides a large bundle of declarations into parts in `chunks/`, and the entry point that exports them.
 *
 * @param name - name of the entry point
 * @throws Error if the bundle has syntax that the build of this package does not write
 */
export function splitTypes(name: string, code: string): readonly TypesModule[] {
  if (code.length <= largestPart) return [{ name, text: code }]
  const statements: readonly SyntaxNode[] = parseAst(code, { lang: 'dts' }).body
  const parts = partsOf(declarationsIn(code, statements))
  const textOf = (type: string) =>
    statements
      .filter((statement) => statement.type === type)
      .map(({ start, end }) => `${code.slice(start, end)}\n`)
      .join('')
  const imports = textOf('ImportDeclaration')
  const importsFrom = (directory: string, isUsed: (name: string, part: number) => boolean) =>
    parts.flatMap((part, index) => {
      const names = namesOf(part).filter((each) => isUsed(each, index))
      const file = `${directory}${name}-${index + 1}.js`
      return names.length > 0 ? [`import { ${names.join(', ')} } from "${file}";\n`] : []
    })
  const modules = parts.map((part, index) => {
    const text = part.map((declaration) => declaration.text).join('')
    const words = new Set(text.match(/[\w$]+/g))
    return {
      name: `chunks/${name}-${index + 1}`,
      text: [
        imports.replaceAll('from "./chunks/', 'from "./'),
        ...importsFrom('./', (each, other) => other !== index && words.has(each)),
        `${text}\nexport { ${namesOf(part).join(', ')} };\n`,
      ].join(''),
    }
  })
  const entry = [imports, ...importsFrom('./chunks/', () => true), textOf('ExportNamedDeclaration')]
  return [{ name, text: entry.join('') }, ...modules]
}

const namesOf = (declarations: readonly Declaration[]) => [...new Set(declarations.map(({ name }) => name))]

function declarationsIn(code: string, statements: readonly SyntaxNode[]): Declaration[] {
  let end = statements.findLast(({ type }) => type === 'ImportDeclaration')?.end ?? 0
  return statements.flatMap((statement) => {
    if (/^(?:Import|Export)/.test(statement.type)) return []
    const text = code.slice(end, statement.end)
    end = statement.end
    const [, name] =
      /^(?:declare )?(?:abstract )?(?:interface|type|class|function|const) ([\w$]+)/.exec(
        code.slice(statement.start, statement.end),
      ) ?? []
    if (!name) throw new Error(`Unsupported in declarations: ${code.slice(statement.start, statement.end)}`)
    return [{ name, text }]
  })
}

/** Groups declarations in their order. Overloads of a function stay together. */
function partsOf(declarations: readonly Declaration[]): Declaration[][] {
  const parts: Declaration[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const declaration of declarations) {
    const isOverload = parts.at(-1)?.at(-1)?.name === declaration.name
    size += declaration.text.length
    if (size > largestPart && !isOverload) {
      parts.push([])
      size = declaration.text.length
    }
    parts.at(-1)?.push(declaration)
  }
  return parts
}
