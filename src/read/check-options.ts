import { builtInTag, isJsonObject } from '../model/json.ts'
import { findUnknownOption, isOptions, type OptionKind } from '../model/known-options.ts'
import { describeValue } from './describe-value.ts'
import { invalidValue } from './invalid-value.ts'

/** Check and description of each kind of value. */
const kinds: Readonly<Record<OptionKind, readonly [isValid: (value: unknown) => boolean, expected: string]>> =
  {
    text: [(value) => typeof value === 'string', 'a string'],
    number: [(value) => typeof value === 'number', 'a number'],
    amount: [(value) => typeof value === 'number' || isJsonObject(value), 'a number or an object'],
    boolean: [(value) => typeof value === 'boolean', 'true or false'],
    function: [(value) => typeof value === 'function', 'a function'],
    list: [(value) => Array.isArray(value), 'an array'],
    texts: [(value) => Array.isArray(value), 'an array of strings'],
    object: [isJsonObject, 'an object'],
    location: [
      (value) => typeof value === 'string' || builtInTag(value) === '[object URL]',
      'a path or a URL',
    ],
    signal: [(value) => builtInTag(value) === '[object AbortSignal]', 'an AbortSignal'],
    checked: [() => true, ''],
  }

/**
 * Checks that a function has all options that it was called with, and that their values have the right kind. Without this
 * check, a misspelled option would have no effect.
 *
 * @param owner - name of the function, for the message of an error
 * @throws TypeError if the options are not an object, one of them is unknown, or one has a value of another kind
 */
export function checkOptions(
  owner: string,
  options: unknown,
  table: Readonly<Record<string, OptionKind>>,
): void {
  if (options === undefined) return
  const names = Object.keys(table)
  if (!isOptions(options)) {
    throw new TypeError(
      `Invalid options of ${owner}: ${describeValue(options)}. Expected an object with some of: ${names.join(', ')}.`,
    )
  }
  const unknown = findUnknownOption(options, names)
  if (unknown) {
    throw new TypeError(
      `Unknown option of ${owner}: ${describeValue(unknown.name).slice(1, -1) || '""'}. Nearest: ${unknown.nearest}. Options: ${names.join(', ')}.`,
    )
  }
  for (const [name, kind] of Object.entries(table)) checkKind(name, Reflect.get(options, name), kind)
}

/** @throws TypeError if the value is set and has another kind */
function checkKind(name: string, value: unknown, kind: OptionKind): void {
  const [isValid, expected] = kinds[kind]
  if (value === undefined) return
  if (!isValid(value)) throw invalidValue(name, value, expected)
  if (kind !== 'texts' || !Array.isArray(value)) return
  const wrong = value.findIndex((each) => typeof each !== 'string')
  if (wrong >= 0) throw invalidValue(`${name}[${wrong}]`, value[wrong], 'a string')
}
