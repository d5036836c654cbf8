import { type AnyNode, parse, type ValueNode } from '@humanwhocodes/momoa'
import { TestkitError } from '../model/errors.ts'
import { maximumDepth } from '../model/json-copy.ts'

/** Thrown when a text is not JSON. */
export class JsonTextError extends TestkitError {
  override readonly name = 'JsonTextError'
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

/** A key that occurs twice in the same object. */
export interface RepeatedKey {
  readonly line: number
  readonly key: string
  readonly firstLine: number
}

/** Parsed JSON that knows the line of each value. `Value` is the type that the text should have; it is not checked. */
export class JsonText<Value = unknown> {
  readonly value: Value
  readonly #root: ValueNode

  /** @throws {@link JsonTextError} if the text is not JSON, or nested too deep */
  constructor(text: string) {
    const json = text.replace(/^\uFEFF/, '')
    const tooDeep = lineNestedTooDeep(json)
    if (tooDeep !== undefined) {
      throw new JsonTextError(`The JSON has more than ${maximumDepth} levels of nesting.`, tooDeep)
    }
    try {
      this.#root = parse(json).body
      this.value = JSON.parse(json)
    } catch (error) {
      const message = error instanceof Error ? withoutTokenNames(error.message) : String(error)
      // If the text ends too soon, the parser reports line 1.
      const isCutOff = /end of input/i.test(message)
      throw new JsonTextError(message, isCutOff ? json.trimEnd().split('\n').length : lineOf(error))
    }
  }

  /** Returns the keys that occur twice in the same object. `JSON.parse` drops all of their values but the last. */
  repeatedKeys(): RepeatedKey[] {
    return repeatedKeysIn(this.#root)
  }

  /**
   * Returns the line of the value at a path, or of its nearest existing parent.
   *
   * @param path - path of an issue, for example `targets[0].identity`
   */
  lineOf(path: string): number {
    const keys = [...path.matchAll(/\['(.*?)'\]|([^.[\]]+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    )
    return keys.reduce<AnyNode>((node, key) => childOf(node, key) ?? node, this.#root).loc.start.line
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

function repeatedKeysIn(node: ValueNode): RepeatedKey[] {
  if (node.type === 'Array') return node.elements.flatMap(({ value }) => repeatedKeysIn(value))
  if (node.type !== 'Object') return []
  const lines = new Map<string, number>()
  return node.members.flatMap(({ name, value }) => {
    const key = name.type === 'String' ? name.value : name.name
    const { line } = name.loc.start
    const firstLine = lines.get(key)
    if (firstLine === undefined) lines.set(key, line)
    return [...(firstLine === undefined ? [] : [{ line, key, firstLine }]), ...repeatedKeysIn(value)]
  })
}

/** Returns the line at which a text has too many levels of nesting. A parser could run out of stack. */
function lineNestedTooDeep(json: string): number | undefined {
  let depth = 0
  let line = 1
  let isInString = false
  for (let at = 0; at < json.length; at++) {
    const char = json[at]
    if (char === '\n') line++
    else if (char === '"') isInString = !isInString
    else if (isInString) at += char === '\\' ? 1 : 0
    else if (char === '[' || char === '{') depth++
    else if (char === ']' || char === '}') depth--
    if (depth > maximumDepth) return line
  }
  return undefined
}

function lineOf(error: unknown): number {
  return error instanceof Error && 'line' in error ? Number(error.line) : 1
}
