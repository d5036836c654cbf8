/** Node of a syntax tree in the format of ESTree, with the properties that the build reads. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly name?: string
  readonly key?: SyntaxNode
  readonly value?: SyntaxNode
  readonly callee?: SyntaxNode
  readonly arguments?: readonly SyntaxNode[]
}

/** Yields the nodes of a tree. */
export function* nodesIn(value: unknown): Generator<SyntaxNode> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesIn(item)
  } else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) yield value
    yield* nodesIn(Object.values(value))
  }
}

function isNode(value: object): value is SyntaxNode {
  return 'type' in value && 'start' in value && 'end' in value
}

/** Part of a text, with its replacement. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Returns a text with replacements, which do not overlap. */
export function edited(code: string, replacements: readonly Replacement[]): string {
  let end = 0
  let result = ''
  for (const replacement of replacements.toSorted((a, b) => a.start - b.start)) {
    result += code.slice(end, replacement.start) + replacement.text
    end = replacement.end
  }
  return result + code.slice(end)
}
