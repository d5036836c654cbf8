import fc from 'fast-check'
import type { Call } from 'graph-call-testkit'
import { anyCall } from 'graph-call-testkit/generators'
import { callSchema } from 'graph-call-testkit/schema'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { runs } from '../../runs.ts'

const relations = ['audioRoutingGroups', 'contentSharingSessions', 'operations', 'participants']

/** Gets a call with a query. */
async function get(call: Call, query: string, accept = '*/*') {
  const tenant = createTenant({ calls: [call] })
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${encodeURIComponent(call.id)}${query}`
  const headers = { Authorization: 'Bearer any', Accept: accept }
  const response = await tenant.fetch(new Request(url, { headers }))
  expect(response.status).toBe(200)
  const body: unknown = await response.json()
  return { ...callSchema.parse(body) }
}

/** Removes the properties of a body that depend on the request. */
function own(body: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !/^@odata\.(?:context|id)$/.test(key)))
}

const without = (body: object, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)))

describe('any call', () => {
  const holds = (law: (call: Call) => Promise<void>) =>
    fc.assert(fc.asyncProperty(anyCall(), law), { numRuns: runs(15, 50) })

  test('is returned without relations, also with $select=*', () =>
    holds(async (call) => {
      const rest = own(without(call, relations))
      expect(own(await get(call, ''))).toEqual(rest)
      expect(own(await get(call, '?$select=*'))).toEqual(rest)
    }))

  test('is returned with all four relations, added or empty, with $expand=*', () =>
    holds(async (call) => {
      const none = Object.fromEntries(relations.map((name) => [name, []]))
      expect(own(await get(call, '?$expand=*'))).toEqual({ ...none, ...own(call) })
    }))

  test('has properties that can be selected one by one', () =>
    holds(async (call) => {
      const names = Object.keys(without(call, relations)).filter((key) => !key.startsWith('@'))
      for (const name of names) {
        const selected = without(await get(call, `?$select=${name}`), ['@odata.type'])
        expect(own(selected)).toEqual({ [name]: Reflect.get(call, name) })
      }
      expect(own(await get(call, `?$select=${names.join()}`))).toEqual(own(without(call, relations)))
    }))

  test('has the same properties without metadata and with full metadata', () =>
    holds(async (call) => {
      const lean = await get(call, '', 'application/json;odata.metadata=none')
      const full = await get(call, '', 'application/json;odata.metadata=full')
      expect(full).toMatchObject(without(call, [...relations, '@odata.context']))
      expect(stripped(full)).toEqual(lean)
      expect(stripped(without(call, relations))).toEqual(lean)
    }))
})

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => !key.includes('@odata.'))
  return Object.fromEntries(entries.map(([key, inner]) => [key, stripped(inner)]))
}
