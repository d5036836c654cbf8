import { type AnyNode, parse, type ValueNode } from '@humanwhocodes/momoa'
import { TestkitError } from '../model/errors.ts'

/** A text is no JSON. */
export class JsonTextError extends TestkitError {
  override readonly name = 'JsonTextError'
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

/** JSON that knows in which line a value of it stands. */
export class JsonText {
  readonly value: unknown
  readonly #root: ValueNode

  /** @throws JsonTextError where it is no JSON */
  constructor(text: string) {
    const json = text.replace(/^\uFEFF/, '')
    try {
      this.#root = parse(json).body
      this.value = JSON.parse(json)
    } catch (error) {
      const message = error instanceof Error ? plain(error.message) : String(error)
      // Where the text ends too soon, the parser names its first line.
      const ended = /end of input/i.test(message)
      throw new JsonTextError(message, ended ? json.trimEnd().split('\n').length : lineOf(error))
    }
  }

  /**
   * The line of the value to which a path leads, or of the nearest around it where there is none.
   *
   * @param path - as an issue has it, e.g. `targets[0].identity`
   */
  lineOf(path: string): number {
    const keys = [...path.matchAll(/\['(.*?)'\]|([^.[\]]+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    )
    return keys.reduce<AnyNode>((node, key) => childOf(node, key) ?? node, this.#root).loc.start.line
  }
}

/** What the parser calls the marks of JSON. */
const marks: Readonly<Record<string, string>> = {
  LBrace: '{',
  RBrace: '}',
  LBracket: '[',
  RBracket: ']',
  Colon: ':',
  Comma: ',',
}

/** What the parser says, with the marks as the file has them, and without the place, which is told by itself. */
function plain(message: string): string {
  return message
    .replace(/(?<=^Unexpected token )\w+/, (name) => marks[name] ?? name)
    .replace(/ \(\d+:\d+\)$/, '')
}

function childOf(node: AnyNode, key: string): AnyNode | undefined {
  const value = node.type === 'Member' ? node.value : node
  if (value.type === 'Array') return value.elements[Number(key)]?.value
  if (value.type !== 'Object') return undefined
  return value.members.find(({ name }) => (name.type === 'String' ? name.value : name.name) === key)
}

function lineOf(error: unknown): number {
  return error instanceof Error && 'line' in error ? Number(error.line) : 1
}
