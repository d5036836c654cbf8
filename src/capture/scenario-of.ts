import type { PersonOptions } from '../tenant/people/person-options.ts'
import { RecordedCall } from './recorded-call.ts'
import { byCall, recordedEvents } from './recorded-events.ts'
import { RecordedPeople } from './recorded-people.ts'

/**
 * Returns a recorded conversation as a scenario of the tenant: the calls and answers of people, the keys that they pressed, speech,
 * muting and hanging up, in the recorded order and with the recorded delays. Your bot then has the same conversation again. The
 * recording needs the notifications to the bot. To know the people that the bot calls, it also needs the requests of the bot, with
 * their responses.
 *
 * A recording without times has no delays. A person who joins a meeting without a call is left out. A person that the bot
 * calls several times always does the same as in the first call.
 *
 * @param recording - HAR file, list of posts, or another JSON value, or its text. A text can also be NDJSON
 * @returns the options of each person by name, without anybody if the recording has no calls
 * @throws a {@link CaptureFormatError} if the recording is not JSON
 *
 * @example
 * ```ts
 * import { scenarioOf } from 'graph-call-testkit/capture'
 * import { notification } from 'graph-call-testkit/fixtures'
 * import { createTenant } from 'graph-call-testkit/tenant'
 *
 * const scenario = scenarioOf([notification('call-incoming'), notification('call-established'), notification('call-terminated')])
 * const replay = createTenant({ scenario, clock: 'fast' })
 * ```
 * Source: captured notifications.
 */
export function scenarioOf(recording: unknown): Readonly<Record<string, PersonOptions>> {
  const events = recordedEvents(recording)
  const people = new RecordedPeople({ order: -1, time: events[0]?.time })
  for (const own of byCall(events)) {
    const call = new RecordedCall(own, people)
    for (const event of own) call.add(event)
  }
  return Object.fromEntries(people.all().map((person) => [person.name, person.options]))
}
