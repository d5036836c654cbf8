import { type CheckTarget, checkTarget } from '../../src/read/check-target.ts'
import { type ReadPath, readPathOf, type Step } from './read-paths.ts'

/**
 * Returns a view of a value that reads like the value and reports each path that is read. `readCall` and the schemas check
 * the value itself, so their reads are not reported, and return a view of the result.
 */
export function recordingView<T>(value: T, report: (path: ReadPath) => void, steps: readonly Step[] = []): T {
  if (typeof value !== 'object' || value === null) return value
  const reportKey = (object: object, key: string | symbol) => {
    if (typeof key === 'string' && isData(object, key)) report(readPathOf([...steps, stepTo(object, key)]))
  }
  const target: CheckTarget = { value, wrap: (result) => recordingView(result, report, steps) }
  return new Proxy<T & object>(value, {
    get(object, key, receiver) {
      if (key === checkTarget) return target
      if (typeof key === 'symbol' || !isData(object, key)) return Reflect.get(object, key, receiver)
      reportKey(object, key)
      return recordingView(Reflect.get(object, key), report, [...steps, stepTo(object, key)])
    },
    has(object, key) {
      reportKey(object, key)
      return Reflect.has(object, key)
    },
    getOwnPropertyDescriptor(object, key) {
      reportKey(object, key)
      return Reflect.getOwnPropertyDescriptor(object, key)
    },
    ownKeys(object) {
      report(readPathOf([...steps, '*']))
      return Reflect.ownKeys(object)
    },
  })
}

const stepTo = (object: object, key: string): Step => (Array.isArray(object) ? '[]' : key)

/** True if a body can hold the key: not for methods, nor for the keys that `await` and `JSON.stringify` look up in every object. */
function isData(object: object, key: string): boolean {
  if (Array.isArray(object)) return /^\d+$/.test(key)
  return Object.hasOwn(object, key) || !(key in Object.prototype || key === 'then' || key === 'toJSON')
}
