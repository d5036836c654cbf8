import { type AnyNode, parse, type ValueNode } from '@humanwhocodes/momoa'
import { jsonProblemIn } from '../files/json-structure.ts'
import { TestkitError } from '../model/errors.ts'

/** Thrown when a text is not JSON. The position is that of the problem. */
export class JsonTextError extends TestkitError {
  override readonly name = 'JsonTextError'
  readonly line: number
  readonly column: number

  constructor(message: string, { line, column }: Position) {
    super(message)
    this.line = line
    this.column = column
  }
}

/** Position in a text, counted from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Parsed JSON that knows the line of each value. `Value` is the type that the text should have; it is not checked. */
export class JsonText<Value = unknown> {
  readonly value: Value
  readonly #root: ValueNode

  /** @throws {@link JsonTextError} if the text is not JSON, or nested too deep */
  constructor(text: string) {
    const json = text.replace(/^\uFEFF/, '')
    // Before parsing, because the parser fails on deep nesting and accepts repeated keys.
    const problem = jsonProblemIn(json)
    if (problem) throw new JsonTextError(problem.message, problem)
    try {
      this.#root = parse(json).body
      this.value = JSON.parse(json)
    } catch (error) {
      const message = error instanceof Error ? withoutTokenNames(error.message) : String(error)
      // If the text ends too soon, the parser reports line 1.
      const isCutOff = /end of input/i.test(message)
      throw new JsonTextError(message, isCutOff ? endOf(json.trimEnd()) : positionOf(error))
    }
  }

  /**
   * Returns the line of the value at a path, or of its nearest existing parent.
   *
   * @param path - path of an issue, for example `targets[0].identity`
   */
  lineOf(path: string): number {
    return this.positionOf(path).line
  }

  /** Returns the position of the value at a path, or of its nearest existing parent. */
  positionOf(path: string): Position {
    const keys = [...path.matchAll(/\['(.*?)'\]|([^.[\]]+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    )
    return keys.reduce<AnyNode>((node, key) => childOf(node, key) ?? node, this.#root).loc.start
  }
}

/** Characters of JSON by the parser's names for them. */
const tokens: Readonly<Record<string, string>> = {
  LBrace: '{',
  RBrace: '}',
  LBracket: '[',
  RBracket: ']',
  Colon: ':',
  Comma: ',',
}

/** Replaces the parser's names by characters, and removes the position, which is reported separately. */
function withoutTokenNames(message: string): string {
  return message
    .replace(/(?<=^Unexpected token )\w+/, (name) => tokens[name] ?? name)
    .replace(/ \(\d+:\d+\)$/, '')
}

function childOf(node: AnyNode, key: string): AnyNode | undefined {
  const value = node.type === 'Member' ? node.value : node
  if (value.type === 'Array') return value.elements[Number(key)]?.value
  if (value.type !== 'Object') return undefined
  return value.members.find(({ name }) => (name.type === 'String' ? name.value : name.name) === key)
}

function positionOf(error: unknown): Position {
  return error instanceof Error && 'line' in error && 'column' in error
    ? { line: Number(error.line), column: Number(error.column) }
    : { line: 1, column: 1 }
}

function endOf(text: string): Position {
  const lines = text.split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}
