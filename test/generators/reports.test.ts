import fc from 'fast-check'
import { type ReceivedCall, readCall } from 'graph-call-testkit'
import { fixture } from 'graph-call-testkit/fixtures'
import { anyCall, assertHandlesAnyCall, CallNotHandledError } from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'
import { plantedBugs } from './planted-bugs.ts'

const twelveBugs: readonly (readonly [string, (call: never) => unknown])[] = [
  ...plantedBugs.map(({ title, breaks }) => {
    const fail = (call: never) => {
      if (breaks(call)) throw new RangeError('no dial tone')
    }
    return [title, fail] as const
  }),
  [
    'a reason that is null',
    ({ resultInfo }: ReceivedCall) => resultInfo !== undefined && Object(resultInfo).code.toFixed(),
  ],
  [
    'a meeting without an organizer',
    ({ meetingInfo }: ReceivedCall) => meetingInfo && Object(meetingInfo).organizer.user.id,
  ],
]

async function reportOf(fn: (call: never) => unknown): Promise<CallNotHandledError> {
  const run: Promise<unknown> = Reflect.apply(assertHandlesAnyCall, undefined, [
    fn,
    { seed: 1, numRuns: 2_000 },
  ])
  const error = await run.catch((error: unknown) => error)
  if (error instanceof CallNotHandledError) return error
  throw new Error('The function handled every call.', { cause: error })
}

/** Returns the number of lines on a screen of 160 columns. */
function linesOf(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 160)), 0)
}

test('there are twelve bugs or more', () => expect(twelveBugs.length).toBeGreaterThanOrEqual(12))

describe.each(twelveBugs)('a bug with %s', (_title, fn) => {
  test('is reported by assertHandlesAnyCall in at most 15 lines', async () => {
    const { message } = await reportOf(fn)
    expect(linesOf(message)).toBeLessThanOrEqual(15)
    expect(message).toMatch(/^The function does not handle every call: it threw .*\n/)
    expect(message).toMatch(/\nIt fails for the fixture '[\w-]+'/)
    expect(message).toMatch(
      /\nReproduce with: await assertHandlesAnyCall\(fn, \{ seed: 1, path: '[\d:]+' \}\)$/,
    )
  })

  test('is reported by fast-check in at most 15 lines', () => {
    const details = fc.check(
      fc.property(anyCall(), (call) => void Reflect.apply(fn, undefined, [call])),
      { seed: 1, numRuns: 20_000 },
    )
    expect(details.failed).toBe(true)
    const [report = ''] = fc.defaultReportMessage(details)?.split('\nHint') ?? []
    expect(linesOf(report)).toBeLessThanOrEqual(15)
  })
})

describe('assertHandlesAnyCall', () => {
  test('reports the fewest changes of the nearest fixture', async () => {
    const { diff, nearestFixture } = await reportOf(({ subject }: ReceivedCall) => {
      if (subject?.includes('\n')) throw new RangeError('two lines')
    })
    expect(nearestFixture).toBe('peer-to-peer')
    expect(diff).toEqual(['- subject: null', String.raw`+ subject: "First line\nSecond line"`])
  })

  test('reports no changes if the function fails for a fixture', async () => {
    const error = await reportOf(({ state }: ReceivedCall) => {
      if (state === 'transferAccepted') throw new RangeError('lost')
    })
    expect(error.diff).toEqual([])
    expect(error.message).toContain("It fails for the fixture 'transfer-accepted'.")
    expect(fixture('transfer-accepted').state).toBe('transferAccepted')
  })

  test('keeps the error while it shrinks: null does not become undefined', async () => {
    const error = await reportOf(({ chatInfo, subject }: ReceivedCall) => {
      if (chatInfo === undefined && subject === undefined) throw new TypeError('chat is undefined')
      if (subject === null) throw new TypeError('subject is null')
    })
    expect(error.cause).toEqual(new TypeError('subject is null'))
    expect(error.call).toMatchObject({ subject: null })
  })

  test('keeps the class of the error while it shrinks', async () => {
    const error = await reportOf(({ subject, toneInfo }: ReceivedCall) => {
      if (toneInfo) throw new RangeError('tone')
      if (!subject) throw new TypeError('no subject')
    })
    // The first fixture has no subject and no tone, so each smaller call fails with the same error.
    expect(error.cause).toBeInstanceOf(TypeError)
    const other = await reportOf(({ subject, toneInfo, state }: ReceivedCall) => {
      if (toneInfo) throw new RangeError('tone')
      if (state === 'hold' && subject === undefined) throw new TypeError('no subject')
    })
    expect(other.message).toContain(`it threw ${String(other.cause)}`)
    expect('toneInfo' in Object(other.call) && Boolean(Object(other.call).toneInfo)).toBe(
      other.cause instanceof RangeError,
    )
  })

  test('shrinks although the message of the error has a value of the call', async () => {
    const error = await reportOf(({ id, state }: ReceivedCall) => {
      if (state === 'hold') throw new Error(`call ${id} is on hold`)
    })
    expect(error.call).not.toHaveProperty('callChainId')
  })

  test('shrinks although the message of the error has the call as JSON', async () => {
    const error = await reportOf((call: ReceivedCall) => {
      if (call.subject) throw new Error(`cannot show ${JSON.stringify(call)}`)
    })
    expect(Object.keys(Object(error.call))).not.toContain('mediaConfig')
  })

  test('shows the first lines of a long message', async () => {
    const { message } = await reportOf(() => {
      throw new Error(Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n'))
    })
    expect(linesOf(message)).toBeLessThanOrEqual(15)
  })

  test('reports a faulty call with its fault in at most 15 lines', async () => {
    const run = assertHandlesAnyCall((body) => void readCall(body), { seed: 42, faulty: true })
    const error: unknown = await run.catch((error: unknown) => error)
    if (!(error instanceof CallNotHandledError)) throw new Error('The function handled every call.')
    expect(linesOf(error.message)).toBeLessThanOrEqual(15)
    expect(error.message).toMatch(/\nThe call is faulty: .*\n/)
  })
})

describe('reports of fast-check', () => {
  const reportFor = (breaks: (call: ReceivedCall) => boolean) =>
    fc.defaultReportMessage(
      fc.check(
        fc.property(anyCall(), (call) => !breaks(call)),
        { seed: 1, numRuns: 20_000 },
      ),
    )

  test('show what differs from the simplest call', () => {
    expect(reportFor(({ subject }) => subject?.includes('\n') ?? false)).toMatch(
      /\nCounterexample: \[\{ subject: "[^"]*\\n[^"]*", … \}\]\n/,
    )
    expect(reportFor(({ targets }) => !targets)).toContain('targets: undefined')
  })

  test('leave the call as it is for JSON and for comparisons', () => {
    const { counterexample } = fc.check(
      fc.property(anyCall(), () => false),
      { seed: 1 },
    )
    const [call] = counterexample ?? []
    expect(JSON.parse(JSON.stringify(call))).toStrictEqual(call)
    expect(structuredClone(call)).toStrictEqual(call)
    expect(Reflect.ownKeys(Object.assign({}, call)).every((key) => typeof key === 'string')).toBe(true)
  })

  test('show a frozen call in full', () => {
    const frozen = anyCall().map((call) => Object.freeze(call))
    const details = fc.check(
      fc.property(frozen, () => false),
      { seed: 1 },
    )
    expect(fc.defaultReportMessage(details)).toContain('"@odata.type":"#microsoft.graph.call"')
  })
})
