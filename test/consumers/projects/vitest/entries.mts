import * as main from 'graph-call-testkit'
import * as capture from 'graph-call-testkit/capture'
import * as contracts from 'graph-call-testkit/contracts'
import * as explain from 'graph-call-testkit/explain'
import * as exported from 'graph-call-testkit/export'
import * as fixtures from 'graph-call-testkit/fixtures'
import * as generators from 'graph-call-testkit/generators'
import * as matchers from 'graph-call-testkit/matchers'
import * as metadata from 'graph-call-testkit/metadata'
import * as msw from 'graph-call-testkit/msw'
import * as schema from 'graph-call-testkit/schema'
import * as tenant from 'graph-call-testkit/tenant'
import { expect } from 'vitest'

export const entries = [
  ...[main, capture, contracts, explain, exported, fixtures],
  ...[generators, matchers, metadata, msw, schema, tenant],
]

expect(fixtures.groupCall()).not.toBeCallError('8522')
expect({ call: fixtures.groupCall(), other: {} }).toEqual({
  call: expect.toBeCall(),
  other: expect.not.toBeCall(),
})
export const resolved: Promise<void> = expect(Promise.resolve({})).resolves.toBeCall()
// @ts-expect-error not a state of the service
expect({}).toBeCallInState('ringing')
