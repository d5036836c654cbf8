import type { Plugin } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'
import { edited, nodesIn, type Replacement, type SyntaxNode } from './syntax.ts'

const bodiesPrefix = 'bodies:'

/** Maximum size of a module of bodies, in characters. */
const largestModule = 10_000

/**
 * Divides `fixtures/bodies.ts` into modules of a few bodies each, because a chunk is never smaller than a module, and the
 * compression of a tarball finds repetitions only in small chunks.
 */
export function divideBodies(): Plugin {
  const modules = new Map<string, string>()
  return {
    name: 'divide-bodies',
    resolveId: (id) => (id.startsWith(bodiesPrefix) ? id : null),
    load: (id) => (modules.has(id) ? { code: modules.get(id) ?? '', moduleSideEffects: false } : null),
    transform(code, id) {
      if (!id.endsWith('/fixtures/bodies.ts')) return null
      modules.clear() // rolldown transforms the sources again for each output.
      const bodies = [...nodesIn(parseAst(code, { lang: 'ts' }))].filter(
        (node) => node.type === 'TSSatisfiesExpression' && !isConstant(code, node),
      )
      const imports: string[] = []
      const replacements = bodies.map((body, index): Replacement => {
        const written = [...modules.keys()].at(-1)
        const isFull = !written || (modules.get(written)?.length ?? 0) > largestModule
        const name = isFull ? bodiesPrefix + modules.size : written
        const text = code.slice(body.start, body.end).replace(/ satisfies [\w<>]+$/, '')
        modules.set(name, `${modules.get(name) ?? ''}export const body${index} = ${text}\n`)
        imports.push(`import { body${index} } from '${name}'\n`)
        return { start: body.start, end: body.end, text: `body${index}` }
      })
      return imports.join('') + edited(code, replacements)
    },
  }
}

/** True for a body with a constant of its own, which bundlers can keep alone. */
function isConstant(code: string, { start }: SyntaxNode): boolean {
  return /^export const \w+ = $/.test(code.slice(code.lastIndexOf('\n', start) + 1, start))
}

/** Removes the descriptions from the model. Only exports and `explain` need them: `descriptions.generated.ts` has them too. */
export function withoutDescriptions(): Plugin {
  return {
    name: 'without-descriptions',
    transform(code, id) {
      if (!/\/src\/model\/[^/]+\.ts$/.test(id)) return null
      const replacements = [...nodesIn(parseAst(code, { lang: 'ts' }))].flatMap((node) =>
        descriptionIn(node, code),
      )
      return replacements.length > 0 ? edited(code, replacements) : null
    },
  }
}

function descriptionIn(node: SyntaxNode, code: string): Replacement[] {
  if (node.type === 'Property' && node.key?.name === 'doc' && node.value && isText(node.value)) {
    const [comma = ''] = /^\s*,/.exec(code.slice(node.end)) ?? []
    return [{ start: node.start, end: node.end + comma.length, text: '' }]
  }
  const isCall = node.type === 'CallExpression' && /^(?:property|operation)$/.test(node.callee?.name ?? '')
  const text = isCall ? node.arguments?.find(isText) : undefined
  if (!text) return []
  const before = node.arguments?.at(-2)
  return text === node.arguments?.at(-1) && before
    ? [{ start: before.end, end: text.end, text: '' }]
    : [{ start: text.start, end: text.end, text: "''" }]
}

const isText = ({ type }: SyntaxNode) => /^(?:Literal|TemplateLiteral)$/.test(type)
