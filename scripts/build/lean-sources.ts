import type { Plugin } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'
import { edited, nodesIn, type Replacement, type SyntaxNode } from './syntax.ts'

/** Start of the id of a module of bodies. */
export const bodiesPrefix = 'bodies:'

/**
 * Moves the bodies in `fixtures/*.generated.ts` to modules of their own. A body becomes text that is parsed when the body is read: V8
 * loads text several times as fast as the code of an object.
 */
export function textBodies(): Plugin {
  const modules = new Map<string, string>()
  return {
    name: 'text-bodies',
    resolveId: (id) => (id.startsWith(bodiesPrefix) ? id : null),
    load: (id) => (modules.has(id) ? { code: modules.get(id) ?? '', moduleSideEffects: false } : null),
    transform(code, id) {
      const [, file] = /\/fixtures\/([\w-]+)\.generated\.ts$/.exec(id) ?? []
      if (!file) return null
      const bodies = bodiesIn(code)
      if (bodies.length === 0) return null
      const module = bodiesPrefix + file
      const lines = bodies.map(({ json }) => json).join('\n')
      modules.set(module, `export const texts = /* @__PURE__ */ ${quoted(lines)}.split('\\n')\n`)
      const replacements = bodies.map(
        ({ property: { start, end }, key }, index): Replacement => ({
          start,
          end,
          text: `get ${key}() { return JSON.parse(texts[${index}]) }`,
        }),
      )
      return `import { texts } from '${module}'\n${edited(code, replacements)}`
    },
  }
}

/** Returns the properties that are a body, with their names and their JSON. Constants, which bundlers can keep alone, are not among them. */
function bodiesIn(code: string) {
  return [...nodesIn(parseAst(code, { lang: 'ts' }))].flatMap((property) => {
    const { type, key, value } = property
    if (type !== 'Property' || !key || value?.type !== 'TSSatisfiesExpression') return []
    const json = code.slice(value.start, value.end).replace(/ satisfies [\w<>]+$/, '')
    return [{ property, key: code.slice(key.start, key.end), json }]
  })
}

const quoted = (text: string) => `\`${text.replace(/[\\`$]/g, '\\$&')}\``

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
