import { createTestTenant, responsesOf } from './exchanges.ts'

const { fetch } = createTestTenant()

/** Worker of a page that runs the tenant. */
postMessage(await responsesOf((url, init) => fetch(new Request(url, init))))
