import { readdir, readFile } from 'node:fs/promises'
import { callScenarios, errorScenarios, notificationScenarios } from '../fixtures/scenarios.ts'
import type { Provenance } from '../src/model/index.ts'

const folder = new URL('../fixtures/', import.meta.url)

interface Scenario {
  readonly title: string
  readonly provenance: Provenance
  readonly origin: string
}

/**
 * The JSON of the fixtures as TypeScript, so that tsc checks each body, and neither ESM, CommonJS nor a bundler has to
 * import JSON. The order is that of the scenarios.
 */
export async function writeBodies(): Promise<string> {
  const calls = await sections('calls', callScenarios, ({ provenance }) =>
    provenance === 'reported' ? 'Written<ReceivedCall>' : 'Written<Call>',
  )
  const notified = await sections('notifications', notificationScenarios, () => 'Written<CommsNotifications>')
  const errors = await sections('errors', errorScenarios, () => 'ErrorResponse')
  return [
    '// Written by `npm run generate` from the folders of fixtures. Change the JSON, not this file.',
    `import type { ErrorStatus } from '../src/model/error.ts'
import type { Call, CallError, CommsNotifications, ReceivedCall } from '../src/model/types.generated.ts'
import type { Written } from './present.ts'`,
    `interface ErrorResponse {
  readonly status: ErrorStatus
  readonly headers: Readonly<Record<string, string>>
  readonly body: Written<CallError>
}`,
    `export const callBodies = {\n${calls}\n}`,
    `export const errorResponses = {\n${errors}\n}`,
    `export const notificationBodies = {\n${notified}\n}`,
  ].join('\n\n')
}

/** Each file of a folder as a property that tsc holds to its type. */
async function sections<S extends Scenario>(
  room: string,
  scenarios: Readonly<Record<string, S>>,
  typeOf: (scenario: S) => string,
): Promise<string> {
  const files = (await readdir(new URL(`${room}/`, folder))).map((file) => file.replace(/\.json$/, ''))
  const lost = files.filter((name) => !Object.hasOwn(scenarios, name))
  if (lost.length > 0) {
    throw new Error(
      `No scenario for ${lost.join(', ')} of fixtures/${room}. Add it to fixtures/scenarios.ts.`,
    )
  }
  const written = Object.entries(scenarios).map(async ([name, scenario]) => {
    const json = await readFile(new URL(`${room}/${name}.json`, folder), 'utf8')
    const { title, provenance, origin } = scenario
    return `  /** ${title[0]?.toUpperCase()}${title.slice(1)}. Source: ${provenance} (${origin}). */
  '${name}': ${JSON.stringify(JSON.parse(json))} satisfies ${typeOf(scenario)},`
  })
  return (await Promise.all(written)).join('\n')
}
