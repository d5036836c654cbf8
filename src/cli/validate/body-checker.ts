import { jsonProblemIn } from '../../files/json-structure.ts'
import { isJsonObject } from '../../model/json.ts'
import { rules } from '../../model/rules.ts'
import { printable } from '../../output/printable.ts'
import { type BodyType, bodyTypes, issuesOfBody, typeOfValidBody } from '../../read/check-body.ts'
import type { FileFinding } from '../finding-formats.ts'
import { JsonText, JsonTextError, type Position } from '../json-text.ts'
import type { RawBody } from './unread-bytes.ts'

/** Problem of a body in a file. */
export interface BodyFinding {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Path of the value, for example `targets[0].identity`. Empty for the body itself. */
  readonly path: string
  /** Rule of the model, or `json` if the text is not JSON. */
  readonly rule: string
  readonly expected: string
  readonly found: string
  readonly fix: string
}

/** Descriptions of the rules, by name. */
export const bodyRules: Readonly<Record<string, string>> = { ...rules, json: 'a text that is not JSON' }

/** Number of findings that are explained. The rest are only counted, so that the report of a large file is of use. */
export const mostFindings = 1_000

/** Checks the bodies of files, and counts them. */
export class BodyChecker {
  /** Number of valid bodies of each type. */
  readonly valid: Record<BodyType, number> = { call: 0, callError: 0, commsNotifications: 0 }
  /** Number of bodies with problems. */
  invalid = 0
  #explained = 0
  readonly #isStrict: boolean

  constructor(isStrict: boolean) {
    this.#isStrict = isStrict
  }

  /** Number of bodies. */
  get bodies(): number {
    return bodyTypes.reduce((sum, type) => sum + this.valid[type], this.invalid)
  }

  /** Checks a body. Returns its problems, or none if there are too many already. */
  check(body: RawBody, file: string): readonly BodyFinding[] {
    const type = this.#typeOf(body)
    if (type) {
      this.valid[type]++
      return []
    }
    this.invalid++
    if (this.#explained >= mostFindings) return []
    const findings = findingsIn(body, file, this.#isStrict).slice(0, mostFindings - this.#explained)
    this.#explained += findings.length
    return findings
  }

  #typeOf({ bytes }: RawBody): BodyType | undefined {
    try {
      if (!this.#isStrict) {
        // Each byte becomes a character, which is twice as fast. The tolerant schema only compares texts with ASCII.
        return typeOfValidBody(JSON.parse(bytes.toString('latin1')), false)
      }
      const text = bytes.toString('utf8')
      return jsonProblemIn(text) ? undefined : typeOfValidBody(JSON.parse(text), true)
    } catch {
      return undefined
    }
  }
}

function findingsIn(body: RawBody, file: string, isStrict: boolean): BodyFinding[] {
  const text = body.bytes.toString('utf8')
  try {
    const json = new JsonText(text)
    return issuesOfBody(json.value, isStrict).map(({ path, rule, expected, found, fix }) => {
      const isBody = path === '' && !isJsonObject(json.value)
      return {
        file,
        ...positionIn(body, json.positionOf(path)),
        path,
        rule,
        expected,
        found,
        fix: isBody ? 'Write each body as a JSON object.' : fix,
      }
    })
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error
    const markup = text.startsWith('<') ? 'HTML or XML' : undefined
    return [
      {
        file,
        ...positionIn(body, error),
        path: '',
        rule: 'json',
        expected: 'JSON',
        found: markup ?? error.found,
        fix: fixFor(error, markup !== undefined),
      },
    ]
  }
}

function fixFor({ message, isSyntax }: JsonTextError, isMarkup: boolean): string {
  if (isMarkup) return 'Save the body of a response with status 200.'
  return isSyntax ? 'Write each body as JSON on one line, or all bodies as an array.' : message
}

/** Returns the position in the file of a position in a body. */
function positionIn(body: RawBody, { line, column }: Position): Position {
  return { line: body.line + line - 1, column: line === 1 ? body.column + column - 1 : column }
}

/** Returns the position and the message of a finding. */
export function fileFinding({
  file,
  line,
  column,
  path,
  rule,
  expected,
  found,
  fix,
}: BodyFinding): FileFinding {
  const problem = `${path || 'the body'}: expected ${expected}, found ${found}`
  return { file, line, column, rule, message: [problem, fix].map(printable) }
}
