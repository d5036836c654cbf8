import { CallCounts } from '../calls/call-counts.ts'
import { Timeline } from '../calls/timeline.ts'
import type { Clock } from '../clock/clock.ts'
import { Bots } from './bots.ts'
import { People } from './people.ts'
import { Rings } from './rings.ts'
import { ScriptRuns } from './script-runs.ts'

/** Returns the parts of a tenant that people and their calls need. Each has state. */
export function createPeopleParts({ now }: Pick<Clock, 'now'>) {
  return {
    timeline: new Timeline(now),
    callCounts: new CallCounts(),
    bots: new Bots(),
    people: new People(),
    rings: new Rings(),
    scripts: new ScriptRuns(),
  }
}
