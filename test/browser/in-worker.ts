import { answers, sameTenant } from './exchanges.ts'

const { fetch } = sameTenant()

/** A worker of the page, with the tenant in it. */
postMessage(await answers((url, init) => fetch(new Request(url, init))))
