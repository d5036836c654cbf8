import { type Observation, observation } from '../../src/schema/observed.ts'
import { type ReadPath, readPathOf, type Step } from './read-paths.ts'

/** A view of a value that reads like the value, and tells each path that is read. */
export function recordingView<T>(value: T, tell: (path: ReadPath) => void, steps: readonly Step[] = []): T {
  if (typeof value !== 'object' || value === null) return value
  const tellOf = (target: object, key: string | symbol) => {
    if (typeof key === 'string' && isData(target, key)) tell(readPathOf([...steps, stepTo(target, key)]))
  }
  const self: Observation = { value, viewOf: (other) => recordingView(other, tell, steps) }
  return new Proxy<T & object>(value, {
    get(target, key, receiver) {
      if (key === observation) return self
      if (typeof key === 'symbol' || !isData(target, key)) return Reflect.get(target, key, receiver)
      tellOf(target, key)
      return recordingView(Reflect.get(target, key), tell, [...steps, stepTo(target, key)])
    },
    has(target, key) {
      tellOf(target, key)
      return Reflect.has(target, key)
    },
    getOwnPropertyDescriptor(target, key) {
      tellOf(target, key)
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
    ownKeys(target) {
      tell(readPathOf([...steps, '*']))
      return Reflect.ownKeys(target)
    },
  })
}

const stepTo = (target: object, key: string): Step => (Array.isArray(target) ? '[]' : key)

/** What a body holds: not a method, nor what `await` and `JSON.stringify` look for in any object. */
function isData(target: object, key: string): boolean {
  if (Array.isArray(target)) return /^\d+$/.test(key)
  return Object.hasOwn(target, key) || !(key in Object.prototype || key === 'then' || key === 'toJSON')
}
