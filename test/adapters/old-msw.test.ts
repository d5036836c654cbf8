import { callHandlers } from 'graph-call-testkit/msw'
import { createTenant } from 'graph-call-testkit/tenant'
import { expect, test, vi } from 'vitest'

vi.mock('msw', () => ({ http: undefined, HttpResponse: undefined }))

test('callHandlers says that MSW is too old', () => {
  expect(() => callHandlers(createTenant())).toThrow(
    'graph-call-testkit/msw needs msw 2.11 or newer, but an older version is installed. Update it: ',
  )
})
