import { readCall } from 'graph-call-testkit'
import type { CallJson } from 'graph-call-testkit/generators'
import { jsonProblemIn } from '../../src/files/json-structure.ts'

/** Returns the value at a path such as `targets[0].identity`. */
function valueAt(value: unknown, path: string): unknown {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
  return keys.reduce((inner: unknown, key) => Reflect.get(Object(inner), key), value)
}

/** True if the text has the feature that it declares, and is a call. */
export function isCallJson({ text, feature, path }: CallJson): boolean {
  const call = readCall(JSON.parse(text))
  const value = valueAt(call, path)
  const problem = jsonProblemIn(text)
  switch (feature) {
    case 'large-integer':
      return !problem && Number.isInteger(value) && !Number.isSafeInteger(value)
    case 'duplicate-key':
      return problem !== undefined
    case 'escaped-surrogates':
      return (
        !problem && /^[ -~]*$/.test(text) && /[^\0-~]/.test(String(value)) && String(value).isWellFormed()
      )
    case 'lone-surrogate':
      return !problem && !String(value).isWellFormed()
  }
}
