import type { ResultCode } from '../../lifecycle/paths.ts'
import type { ReceivedCall, ResultInfo } from '../../model/types.generated.ts'
import type { EnteredState } from './call-progress.ts'

/**
 * Returns the call in the state that it has entered. The last state of a path has the result of the path; in every other
 * state, an earlier result (for example of a failed transfer) becomes null, as in the documented bodies.
 */
export function callAt(
  call: Readonly<ReceivedCall>,
  { state, remaining, result }: EnteredState,
): ReceivedCall {
  const info = result && remaining.length === 0 ? resultInfo(result) : null
  return { ...call, state, ...((info || call.resultInfo) && { resultInfo: info }) }
}

function resultInfo({ code, subcode, message }: ResultCode): ResultInfo {
  return { '@odata.type': '#microsoft.graph.resultInfo', code, subcode, ...(message && { message }) }
}
