import type { Call } from 'graph-call-testkit'

/** Code that fails for some calls, as bots are often written. */
export interface CarelessCode {
  readonly title: string
  /** Throws, or returns false, if the code fails for the call. */
  readonly handles: (call: Call) => boolean
}

const namesOf = ({ source, targets = [] }: Call): string[] =>
  [source, ...targets].flatMap(({ identity }) => identity.user?.displayName ?? [])

const isAny = <T>(values: readonly T[] | undefined, matches: (value: T) => boolean) =>
  values?.some(matches) ?? false

/** Each of these bugs is one that people make. None is made for the values of this package. */
export const carelessCode: readonly CarelessCode[] = [
  {
    title: 'encodes the start of a subject, and cuts a surrogate pair',
    handles: ({ subject }) => encodeURIComponent((subject ?? '').slice(0, 10)).length >= 0,
  },
  {
    title: 'encodes the first 255 characters of a subject, and cuts a surrogate pair',
    handles: ({ subject }) => encodeURIComponent((subject ?? '').slice(0, 255)).length >= 0,
  },
  {
    title: 'encodes the first characters of a name, and cuts a surrogate pair',
    handles: (call) => namesOf(call).every((name) => encodeURIComponent(name.slice(0, 4)).length >= 0),
  },
  { title: 'has a table of four participants', handles: ({ participants = [] }) => participants.length <= 4 },
  { title: 'has a table of three targets', handles: ({ targets = [] }) => targets.length <= 3 },
  { title: 'has a table of four routes', handles: ({ callRoutes = [] }) => callRoutes.length <= 4 },
  { title: 'has a table of four operations', handles: ({ operations = [] }) => operations.length <= 4 },
  { title: 'drops some sequence ids', handles: ({ toneInfo }) => (toneInfo?.sequenceId ?? 0) % 7 !== 5 },
  {
    title: 'keeps sequence ids in a column of 32 bits, and reads them again',
    handles: ({ toneInfo }) => ((toneInfo?.sequenceId ?? 0) | 0) === (toneInfo?.sequenceId ?? 0),
  },
  {
    title: 'counts names in an object',
    handles: (call) => {
      const counts: Record<string, number> = {}
      for (const name of namesOf(call)) counts[name] = (counts[name] ?? 0) + 1
      return Object.values(counts).every((count) => typeof count === 'number')
    },
  },
  {
    title: 'writes a subject into a template with replace',
    handles: ({ subject }) => 'Call: X.'.replace('X', subject ?? '') === `Call: ${subject ?? ''}.`,
  },
  {
    title: 'knows only the states of today',
    handles: ({ state }) => state !== 'unknownFutureValue',
  },
  {
    title: 'knows only the roles of endpoints of today',
    handles: ({ source }) => source.endpointType !== 'unknownFutureValue',
  },
  {
    title: 'expects a name',
    handles: ({ source }) => source.identity.application?.displayName !== null,
  },
  {
    title: 'expects that targets are users',
    handles: ({ targets = [] }) => targets.every(({ identity }) => identity.user),
  },
  { title: 'shows the first target', handles: ({ targets }) => targets?.[0] !== undefined },
  { title: 'splits a subject into lines', handles: ({ subject }) => !subject?.includes('\n') },
  {
    title: 'uses @odata.type of each target',
    handles: ({ targets = [] }) => targets.every((target) => target['@odata.type']),
  },
  {
    title: 'cuts names after 64 characters',
    handles: (call) => namesOf(call).every((name) => name.length <= 64),
  },
  {
    title: 'expects that a name has letters',
    handles: (call) => namesOf(call).every((name) => /\w/.test(name)),
  },
  { title: 'confuses null and absent', handles: ({ chatInfo }) => chatInfo !== null },
  { title: 'expects dashes in ids', handles: ({ id }) => id.includes('-') },
  { title: 'compares only codes', handles: ({ resultInfo }) => resultInfo?.code !== 480 },
  {
    title: 'parses times with a fixed format',
    handles: ({ transcription }) => /:\d\d(\.\d+)?Z$|^$/.test(transcription?.lastModifiedDateTime ?? ''),
  },
  {
    title: 'adds a day to the 31st of a month',
    handles: ({ transcription }) => !/-31T/.test(transcription?.lastModifiedDateTime ?? ''),
  },
  {
    title: 'expects +1 before phone numbers',
    handles: ({ targets }) =>
      !isAny(targets, ({ identity }) => identity.phone?.id?.startsWith('4:') ?? false),
  },
  {
    title: 'writes a subject to a terminal',
    handles: ({ subject }) => [...(subject ?? '')].every((each) => each >= ' ' || '\t\n\r'.includes(each)),
  },
  {
    title: 'parses a passcode as a number',
    handles: ({ meetingInfo }) => {
      const passcode = String(Object(meetingInfo).passcode)
      return !/^\d+$/.test(passcode) || String(Number(passcode)) === passcode
    },
  },
  {
    title: 'takes the day of a time from its first characters',
    handles: ({ transcription }) => {
      const time = transcription?.lastModifiedDateTime
      return !time || new Date(time).toISOString().startsWith(time.slice(0, 10))
    },
  },
  {
    title: 'checks phone numbers of one country',
    handles: (call) =>
      [call.source, ...(call.targets ?? [])].every(({ identity }) =>
        /^(4:)?\+?1\d{10}$/.test(identity.phone?.id ?? '14255550100'),
      ),
  },
  {
    title: 'expects the bot at the beginning of the roster',
    handles: ({ participants, myParticipantId }) =>
      !isAny(participants?.slice(1), ({ id }) => id === myParticipantId),
  },
  {
    title: 'counts participants by their identity',
    handles: ({ participants = [] }) =>
      new Set(participants.map(({ info }) => JSON.stringify(info.identity))).size === participants.length,
  },
  {
    title: 'expects that the first target answers',
    handles: ({ answeredBy, targets = [] }) =>
      !answeredBy || JSON.stringify(targets[1]?.identity) !== JSON.stringify(answeredBy.identity),
  },
  {
    title: 'expects audio as the first modality',
    handles: ({ requestedModalities = [] }) => requestedModalities.lastIndexOf('audio') <= 0,
  },
  {
    title: 'adds each person on a route to a set',
    handles: ({ callRoutes = [] }) => {
      const people = callRoutes.flatMap(({ original, final }) => [original, final])
      return new Set(people.map((person) => JSON.stringify(person))).size === people.length
    },
  },
  {
    title: 'expects one expansion',
    handles: ({ participants, operations }) => !(participants && operations),
  },
]
