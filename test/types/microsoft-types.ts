import type * as MicrosoftGraph from '@microsoft/microsoft-graph-types'
import { normalizeCall, readCall, readStrictCall } from 'graph-call-testkit'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { assertHandlesAnyCall } from 'graph-call-testkit/generators'
import { createTenant } from 'graph-call-testkit/tenant'

declare const body: unknown
declare const microsoftCall: MicrosoftGraph.Call
declare const show: (call: MicrosoftGraph.Call) => string

// Code with Microsoft's types takes what the package returns.
show(readStrictCall(body))
show(peerToPeerCall())
show(normalizeCall(readCall(body)))
await assertHandlesAnyCall((call) => show(normalizeCall(call)))

// A received call has nulls that Microsoft's types do not declare.
// @ts-expect-error callbackUri can be null
show(readCall(body))
const normalized = normalizeCall(readCall(body))
export const uri: string | undefined = normalized.callbackUri
export const status: MicrosoftGraph.OperationStatus | undefined = normalized.operations?.[0]?.status
export const code: number | undefined = normalized.resultInfo?.code

// The package takes calls with Microsoft's types.
createTenant({ calls: [readCall(microsoftCall)] })
