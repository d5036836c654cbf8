import { type AnyNode, parse, type ValueNode } from '@humanwhocodes/momoa'
import { jsonProblemIn } from '../files/json-structure.ts'
import { TestkitError } from '../model/errors.ts'

/** Thrown when a text is not JSON. The position is that of the problem. */
export class JsonTextError extends TestkitError {
  override readonly name = 'JsonTextError'
  readonly line: number
  readonly column: number

  /** Text after "found" in a message: what is in place of JSON that all parsers read alike. */
  readonly found: string
  /** True if the text is not JSON. False if it is nested too deep or has a key twice. */
  readonly isSyntax: boolean

  constructor(message: string, { line, column }: Position, found: string, isSyntax: boolean) {
    super(message)
    this.found = found
    this.isSyntax = isSyntax
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

  /** @throws a {@link JsonTextError} if the text is not JSON, or nested too deep */
  constructor(text: string) {
    const json = text.replace(/^\uFEFF/, '')
    // Before parsing, because the parser fails on deep nesting and accepts repeated keys.
    const problem = jsonProblemIn(json)
    if (problem) throw new JsonTextError(problem.message, problem, problem.found, false)
    try {
      this.#root = parse(json).body
      this.value = JSON.parse(json)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      // If the text ends too soon, the parser reports line 1.
      const isCutOff = /end of input/i.test(message)
      const position = isCutOff ? endOf(json.trimEnd()) : positionOf(error, json)
      const found = isCutOff ? 'the end of the text' : foundIn(message, textAt(json, position))
      throw new JsonTextError(`Expected JSON, found ${found}.`, position, found, true)
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

/** Tokens of JSON by the parser's names for them. */
const tokens: Readonly<Record<string, string>> = {
  LBrace: '"{"',
  RBrace: '"}"',
  LBracket: '"["',
  RBracket: '"]"',
  Colon: '":"',
  Comma: '","',
  String: 'a string',
  Number: 'a number',
  Boolean: 'true or false',
  Null: 'null',
}

/**
 * Returns what the parser found, from a message such as "Unexpected token RBrace found. (1:8)".
 *
 * @param rest - text from the position of the problem
 */
function foundIn(message: string, rest: string): string {
  const [, kind, found = ''] = /^Unexpected (token|character|identifier) (.*) found\. \(/s.exec(message) ?? []
  if (kind === 'token') return tokens[found] ?? found
  if (kind) return JSON.stringify(wholeCharacters(found.slice(1, -1), rest))
  // An error of JSON.parse, such as "Bad control character in string literal in JSON at position 9".
  return message.replace(/ in JSON at position .*$/s, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase())
}

function childOf(node: AnyNode, key: string): AnyNode | undefined {
  const value = node.type === 'Member' ? node.value : node
  if (value.type === 'Array') return value.elements[Number(key)]?.value
  if (value.type !== 'Object') return undefined
  return value.members.find(({ name }) => (name.type === 'String' ? name.value : name.name) === key)
}

function positionOf(error: unknown, text: string): Position {
  if (error instanceof Error && 'line' in error && 'column' in error) {
    return { line: Number(error.line), column: Number(error.column) }
  }
  const [, offset = '0'] = /at position (\d+)/.exec(String(error)) ?? []
  return endOf(text.slice(0, Number(offset)))
}

/** Completes the last character of a text that was found in another one. The parser splits an emoji, which has two code units. */
function wholeCharacters(found: string, text: string): string {
  const end = text.indexOf(found) + found.length - 1
  const last = text.codePointAt(end) ?? 0
  return last > 0xffff ? found.slice(0, -1) + String.fromCodePoint(last) : found
}

/** Returns the rest of the line at a position of a text. */
function textAt(text: string, { line, column }: Position): string {
  return (text.split(/\r\n?|\n/)[line - 1] ?? '').slice(column - 1)
}

/** Returns the position after a text. */
function endOf(text: string): Position {
  const lines = text.split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}
