import { parseAst } from 'rolldown/parseAst'
import { edited, nodesIn, type Replacement, type SyntaxNode } from './syntax.ts'

/**
 * Returns an ES module as CommonJS. Replaces only imports and exports, so that the rest has the same bytes and costs almost nothing in
 * the tarball. Exports are values, not bindings: the build has no cycles between modules.
 *
 * @throws Error if the module uses syntax that the build of this package does not need
 */
export function toCommonJs(code: string): string {
  const replacements: Replacement[] = []
  for (const node of nodesIn(parseAst(code))) {
    const text = commonJsOf(node, code)
    if (text !== undefined) replacements.push({ start: node.start, end: node.end, text })
  }
  return `"use strict";${edited(code, replacements)}`
}

function commonJsOf(node: SyntaxNode, code: string): string | undefined {
  const source = code.slice(node.start, node.end)
  switch (node.type) {
    case 'ImportDeclaration':
      return importOf(source)
    case 'ExportNamedDeclaration':
      return exportOf(source)
    case 'ImportExpression':
      return `Promise.resolve().then(()=>require${source.slice('import'.length)})`
    case 'MetaProperty':
      return source === 'import.meta' ? '{url:require("node:url").pathToFileURL(__filename).href}' : undefined
    case 'ExportAllDeclaration':
    case 'ExportDefaultDeclaration':
      throw new Error(`Unsupported in CommonJS: ${source}`)
    default:
      return undefined
  }
}

function importOf(source: string): string {
  const [, namespace, names, from] =
    /^import\s*(?:\*\s*as\s+([\w$]+)|\{([^}]*)\})?\s*(?:from)?\s*("[^"]+");?$/.exec(source) ?? []
  if (!from) throw new Error(`Unsupported in CommonJS: ${source}`)
  if (namespace) return `const ${namespace}=require(${from});`
  if (names === undefined) return `require(${from});`
  return `const{${pairsOf(names).map(([name, local]) => (name === local ? name : `${name}:${local}`))}}=require(${from});`
}

function exportOf(source: string): string {
  const [, names, from] = /^export\s*\{([^}]*)\}\s*(?:from\s*("[^"]+"))?;?$/.exec(source) ?? []
  if (names === undefined) throw new Error(`Unsupported in CommonJS: ${source}`)
  const pairs = pairsOf(names)
  // Node finds these names if an ES module imports the entry point.
  if (from) return pairs.map(([name, exported]) => `exports.${exported}=require(${from}).${name};`).join('')
  return `module.exports={${pairs.map(([local, name]) => `${name}:${local}`)}};`
}

/** Parses `a as b, c` to `[['a', 'b'], ['c', 'c']]`. */
function pairsOf(names: string): [string, string][] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const [first = '', second = first] = name.split(/\s+as\s+/)
      return [first, second]
    })
}
