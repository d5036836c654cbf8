import { jsonCopy, type NotJson } from '../model/json-copy.ts'
import { pathText } from '../model/path.ts'
import { CallFormatError } from './call-format-error.ts'
import { valueToCheck } from './check-target.ts'

/**
 * Returns a copy of a call that contains only JSON. Check and keep the copy: the value itself can change, or return other
 * values the next time it is read.
 *
 * @throws CallFormatError if JSON cannot represent a value in it, such as a function, a Date, NaN, or a circular reference
 */
export function readJson(body: unknown): unknown {
  const result = jsonCopy(valueToCheck(body))
  if ('copy' in result) return result.copy
  throw new CallFormatError([notJsonIssueAt(result.notJson)])
}

function notJsonIssueAt({ path, found }: NotJson) {
  return {
    path: pathText(path),
    rule: 'not-json',
    expected: 'a JSON value',
    found,
    fix: 'Pass the parsed JSON of a response, or convert the value: JSON.parse(JSON.stringify(value)).',
    provenance: 'documented',
    origin: 'RFC 8259, 3',
  } as const
}
