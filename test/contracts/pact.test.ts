import { expect, test } from 'vitest'
import { loadPact, PactUnavailableError } from '../../contracts/pact.ts'

test('Pact is loaded with its native library', async () => {
  const { PactV4 } = await loadPact()
  expect(new PactV4({ consumer: 'a', provider: 'b', logLevel: 'error' })).toHaveProperty('addInteraction')
})

test.each([
  [
    'is not installed',
    Object.assign(new Error("Cannot find package '@pact-foundation/pact' imported from a.js"), {
      code: 'ERR_MODULE_NOT_FOUND',
    }),
    'Pact is not installed. Install it: npm install --save-dev @pact-foundation/pact',
  ],
  [
    'knows no such platform',
    new Error('Unsupported platform: aix-ppc64'),
    /^Pact has no native library for \w+-\w+\. Run this on /,
  ],
  [
    'came without its native library',
    new Error(
      "Couldn't find npm package @pact-foundation/pact-core-linux-x64-glibc \n you can tell Pact where",
    ),
    /cannot be loaded \(Couldn't find npm package @pact-foundation\/pact-core-linux-x64-glibc\)\. .*--omit=optional/,
  ],
])('says what to do where it %s', async (_, cause, message) => {
  const error = await loadPact(() => Promise.reject(cause)).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(PactUnavailableError)
  expect(error).toMatchObject({ message: expect.stringMatching(message), cause })
})
