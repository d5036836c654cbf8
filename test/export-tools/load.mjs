/** Loads each export with its own tool, and prints what the tool says about it as JSON. Runs in a project that has the tools. */
import { readFileSync } from 'node:fs'
import { EnvironmentSchema } from '@mockoon/commons'
import spectral from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'
import postman from 'postman-collection'

const json = (file) => JSON.parse(readFileSync(file, 'utf8'))

async function findingsOf(file) {
  const linter = new spectral.Spectral()
  linter.setRuleset({ extends: [[rulesets.oas, 'recommended']] })
  const findings = await linter.run(json(file))
  return findings.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`)
}

function requestsIn(file) {
  const urls = []
  new postman.Collection(json(file)).forEachItem((item) =>
    urls.push(`${item.request.method} ${item.request.url.getPath()}`),
  )
  return urls
}

const mockoon = EnvironmentSchema.validate(json('mockoon/calls.mockoon.json'), {
  abortEarly: false,
  allowUnknown: false,
})

console.log(
  JSON.stringify({
    spectral: { '3.0': await findingsOf('openapi-3.0.json'), 3.1: await findingsOf('openapi-3.1.json') },
    mockoon: mockoon.error?.details.map(({ message }) => message) ?? [],
    postman: requestsIn('postman/calls.postman_collection.json'),
  }),
)
