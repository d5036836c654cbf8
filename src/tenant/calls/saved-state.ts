import { parseState } from '../../lifecycle/transitions.ts'
import type { CallState } from '../../model/types.generated.ts'
import type { SavedValue } from '../saved-value.ts'

/** Reads a call state in a snapshot. */
export function readState(saved: SavedValue): CallState {
  return parseState(saved.text()) ?? saved.fail('a call state')
}
