import { fixture } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { navigationProperties, propertiesOf } from '../../src/model/index.ts'
import { absentNames } from '../../src/model/metadata-version.ts'
import { declaringType, metadataVersions, type Slot, slotsIn } from '../model/metadata-versions.ts'

/** A call in which every property that a version can lack occurs. */
const call = {
  ...fixture('participants-expanded'),
  audioRoutingGroups: fixture('audio-routing-groups-expanded').audioRoutingGroups,
  contentSharingSessions: fixture('content-sharing-expanded').contentSharingSessions,
  callOptions: { '@odata.type': '#microsoft.graph.outgoingCallOptions' as const, isDeltaRosterEnabled: true },
}

/** Returns the query for a path: a related entity needs `$expand`. */
function queryFor([first = '', ...rest]: readonly string[]): string {
  if (!navigationProperties.some((name) => name === first)) return `$select=${[first, ...rest].join('/')}`
  return rest.length === 0 ? `$expand=${first}` : `$expand=${first}($select=${rest.join('/')})`
}

describe.each(metadataVersions)('a tenant with %j', (version) => {
  const absent = absentNames(version)
  const { present, lacking } = slotsIn(absent)
  const tenant = createTenant({ calls: [call], ...version })
  const newest = createTenant({ calls: [call] })

  async function get(from: typeof tenant, query: string) {
    const url = `https://graph.microsoft.com/v1.0/communications/calls/${call.id}?${query}`
    const response = await from.fetch(new Request(url, { headers: { Authorization: 'Bearer any' } }))
    return { status: response.status, body: await response.json() }
  }

  async function expectRejected(path: readonly string[], message: string): Promise<void> {
    const query = queryFor(path)
    expect((await get(newest, query)).status, query).toBe(200)
    const { status, body } = await get(tenant, query)
    expect(status, query).toBe(400)
    expect(body.error.message, query).toContain(message)
  }

  const keysOf = ({ type }: Slot) =>
    Object.keys(propertiesOf(type))
      .filter((key) => !key.includes('@'))
      .map((key) => ({ key, name: `${declaringType(type, key)}.${key}` }))

  test('rejects $select and $expand of every property that did not exist', async () => {
    for (const slot of present) {
      for (const { key, name } of keysOf(slot)) {
        if (!absent.has(name)) continue
        const isNavigation = slot.type === 'call'
        const message = isNavigation
          ? `'${key}' is not a navigation property of 'microsoft.graph.call'.`
          : `Could not find a property named '${key}' on type 'microsoft.graph.`
        await expectRejected([...slot.path, key], message)
        if (!isNavigation) continue
        for (const path of [key, `${key}/id`]) {
          const { status, body } = await get(tenant, `$select=${path}`)
          expect(status).toBe(400)
          expect(body.error.message).toContain(
            `Could not find a property named '${key}' on type 'microsoft.graph.call'.`,
          )
        }
      }
    }
  })

  test('accepts $select and $expand of every property that existed', async () => {
    for (const slot of present) {
      for (const { key, name } of keysOf(slot)) {
        if (absent.has(name)) continue
        const query = queryFor([...slot.path, key])
        expect((await get(tenant, query)).status, query).toBe(200)
      }
    }
  })

  test('rejects a cast to every type that did not exist', async () => {
    for (const slot of lacking) {
      const type = `microsoft.graph.${slot.type}`
      for (const { key } of keysOf(slot).slice(-1))
        await expectRejected([...slot.path, type, key], `The type '${type}' is not allowed here.`)
    }
  })

  test('expands only navigation properties that existed', async () => {
    const { status, body } = await get(tenant, '$expand=*')
    expect(status).toBe(200)
    const expanded = navigationProperties.filter((name) => name in body)
    expect(expanded).toEqual(navigationProperties.filter((name) => !absent.has(`call.${name}`)))
  })
})
