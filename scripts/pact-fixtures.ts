import { readdir, rm, writeFile } from 'node:fs/promises'
import { interactionOf } from '../contracts/interaction/interaction.ts'
import { type Fixture, type FixtureName, fixtures } from '../fixtures/index.ts'

const directory = new URL('../fixtures/pact/', import.meta.url)

/**
 * Returns the files in fixtures/pact by name: the interaction of each fixture in Pact's integration JSON, and an index. Pact's
 * libraries for other languages read this JSON, so their consumers can have the same contract.
 */
export function pactFixtures(): ReadonlyMap<string, string> {
  const all: readonly Fixture[] = Object.values(fixtures)
  const files = all.map(({ name }) => [`${name}.json`, `${JSON.stringify(integrationJson(name))}\n`] as const)
  const entries = all.map(({ name, title, provenance, status }) =>
    JSON.stringify({ name, title, provenance, status, file: `${name}.json` }),
  )
  return new Map([...files, ['index.json', `[\n${entries.join(',\n')}\n]\n`]])
}

/** Returns the interaction of a fixture with everything in its body. */
function integrationJson(name: FixtureName): object {
  const { description, state, request, response } = interactionOf(name, ['*']).template
  const { Authorization, ...headers } = request.headers
  const isAnonymous = !('Authorization' in fixtures[name].request.headers)
  return {
    description,
    // Without a token, the service responds with 401 in every state.
    providerStates: isAnonymous ? [] : [{ name: state.name, params: state.parameters }],
    request: { method: 'GET', ...request, headers: isAnonymous ? headers : { Authorization, ...headers } },
    response,
  }
}

/** Writes fixtures/pact, and deletes the files of removed fixtures. */
export async function writePactFixtures(): Promise<void> {
  const files = pactFixtures()
  for (const file of await readdir(directory)) {
    if (!files.has(file)) await rm(new URL(file, directory))
  }
  for (const [file, text] of files) await writeFile(new URL(file, directory), text)
}
