import { assertHandlesAnyCall, GeneratorOptionError } from 'graph-call-testkit/generators'
import { expect, test } from 'vitest'

test.each([
  [{ numRuns: -1 }, 'Invalid numRuns: -1. Expected an integer of at least 1.'],
  [{ numRuns: 0 }, 'Invalid numRuns: 0. Expected an integer of at least 1.'],
  [{ numRuns: 1.5 }, 'Invalid numRuns: 1.5.'],
  [{ seed: 'x' }, "Invalid seed: 'x'. Expected an integer."],
  [{ path: 'x' }, "Invalid path: 'x'. Expected a path of fast-check, for example '12:0:3'."],
  [{ timeout: 0 }, 'Invalid timeout: 0. Expected a number of milliseconds above 0.'],
  [{ faulty: 'yes' }, "Invalid faulty: 'yes'. Expected one of: false, true."],
  [{ runs: 5 }, "Unknown option 'runs'."],
])('rejects the options %j', async (options, message) => {
  const run = Reflect.apply(assertHandlesAnyCall, undefined, [() => 1, options])
  await expect(run).rejects.toBeInstanceOf(GeneratorOptionError)
  await expect(run).rejects.toThrow(message)
})

test('rejects a value that is not a function', async () => {
  await expect(Reflect.apply(assertHandlesAnyCall, undefined, [5])).rejects.toThrow(TypeError)
})
