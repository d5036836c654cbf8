import { expect, test } from 'vitest'
import { loadPact, PactUnavailableError, pactUnavailable } from '../../contracts/pact.ts'

test('loads Pact with its native library', async () => {
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
    'does not support the platform',
    new Error('Unsupported platform: aix-ppc64'),
    /^Pact has no native library for \w+-\w+\. Run this on /,
  ],
  [
    'is installed without its native library',
    new Error(
      "Couldn't find npm package @pact-foundation/pact-core-linux-x64-glibc \n you can tell Pact where",
    ),
    /^Cannot load .*: Couldn't find npm package @pact-foundation\/pact-core-linux-x64-glibc\. .*--omit=optional/,
  ],
])('the error says what to do if Pact %s', (_, cause, message) => {
  const error = pactUnavailable(cause)
  expect(error).toBeInstanceOf(PactUnavailableError)
  expect(error).toMatchObject({ message: expect.stringMatching(message), cause })
})
