import { fixtures, notifications } from '../../fixtures/index.ts'
import { fileText } from './exchanges.ts'
import { matchersFor } from './fixture-matchers.ts'
import { sha256 } from './sha256.ts'

/**
 * Returns the fixtures as files for programs in other languages: the bodies, an index with the request and the response of each,
 * matchers, and checksums that `sha256sum --check` reads.
 */
export async function fixtureFiles(): Promise<Readonly<Record<string, string>>> {
  const bodies = [
    ...Object.values(fixtures).map((fixture) => {
      const isCall = fixture.status === 200
      return { ...fixture, kind: isCall ? 'call' : 'error', type: isCall ? 'call' : 'callError' }
    }),
    ...Object.values(notifications).map((each) => ({
      ...{ request: undefined, status: undefined, kind: 'notification', type: 'commsNotifications' },
      ...each,
    })),
  ]
  const files: Record<string, string> = {}
  const index = bodies.map(({ body, type, ...entry }) => {
    const file = `${entry.kind}s/${entry.name}.json`
    const matchers = `matchers/${entry.name}.json`
    files[file] = fileText(body)
    files[matchers] = fileText(matchersFor(type, body))
    return { ...entry, file, matchers }
  })
  files['index.json'] = fileText({ format: 'graph-call-testkit fixtures', version: 1, fixtures: index })
  const sums = await Promise.all(
    Object.entries(files).map(async ([file, text]) => `${await sha256(text)}  ${file}\n`),
  )
  return { ...files, SHA256SUMS: sums.join('') }
}
