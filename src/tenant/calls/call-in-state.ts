import type { ResultCode } from '../../lifecycle/paths.ts'
import type { ReceivedCall, ResultInfo } from '../../model/types.generated.ts'
import type { EnteredState } from './call-progress.ts'

/**
 * A call as it is at a point of its life: its state, and what came of it where something did. A result of what was before,
 * such as a transfer that failed, is gone: null, as the documented bodies have it.
 */
export function callAt(call: ReceivedCall, { state, ahead, result }: EnteredState): ReceivedCall {
  const told = result && ahead.length === 0 ? resultInfo(result) : null
  return { ...call, state, ...((told || call.resultInfo) && { resultInfo: told }) }
}

function resultInfo({ code, subcode }: ResultCode): ResultInfo {
  return { '@odata.type': '#microsoft.graph.resultInfo', code, subcode }
}
