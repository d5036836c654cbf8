import fc from 'fast-check'
import { readNotifications } from 'graph-call-testkit'
import {
  type ActionName,
  anyActionRequest,
  anyNotifications,
  GeneratorOptionError,
  type SizeOption,
} from 'graph-call-testkit/generators'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { notifiedResources } from '../../src/builder/notification.ts'
import { actions } from '../../src/model/actions/index.ts'
import { completions } from '../../src/model/completion-reasons.ts'
import { runs } from '../runs.ts'

describe('anyActionRequest', () => {
  test.each(actions.map(({ name }) => name))('%s has every parameter in some requests', (action) => {
    const requests = fc.sample(anyActionRequest({ action }), { seed: 42, numRuns: 100 })
    expect(new Set(requests.map((request) => request.action))).toEqual(new Set([action]))
    const names = new Set(requests.flatMap(({ body = {} }) => Object.keys(body)))
    const { parameters = {} } = actions.find(({ name }) => name === action) ?? {}
    expect([...names].toSorted()).toEqual(Object.keys(parameters).toSorted())
  })

  test('reaches the limits of parameters', () => {
    const bodies = fc
      .sample(anyActionRequest({ action: ['playPrompt', 'recordResponse'] }), { seed: 42, numRuns: 500 })
      .map(({ body = {} }) => body)
    const counts = bodies.flatMap(({ prompts }) => (Array.isArray(prompts) ? [prompts.length] : []))
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([0, 20])
    const seconds = bodies.map(({ maxRecordDurationInSeconds }) => maxRecordDurationInSeconds)
    expect(seconds).toEqual(expect.arrayContaining([1, 120, 5]))
  })

  test('uses the given id, encoded, in paths with both roots and both forms of names', () => {
    const requests = fc.sample(anyActionRequest({ action: 'answer', callId: 'a/b' }), {
      seed: 42,
      numRuns: 100,
    })
    const paths = new Set(requests.map(({ path }) => path.replace(/^\/(v1\.0|beta)/, '')))
    expect([...paths].toSorted()).toEqual([
      '/app/calls/a%2Fb/answer',
      '/app/calls/a%2Fb/microsoft.graph.answer',
      '/communications/calls/a%2Fb/answer',
      '/communications/calls/a%2Fb/microsoft.graph.answer',
    ])
  })

  test('creates calls to one user and to several, and joins meetings', () => {
    const bodies = fc.sample(anyActionRequest({ action: 'createCall' }), { seed: 42, numRuns: 100 })
    const kinds = bodies.map(({ body = {} }) => {
      const { targets, meetingInfo } = body
      return Array.isArray(targets) ? Math.min(targets.length, 2) : meetingInfo !== undefined
    })
    expect(new Set(kinds)).toEqual(new Set([1, 2, true]))
  })

  test('generates requests that the tenant does not reject as invalid', async () => {
    const tenant = createTenant()
    await fc.assert(
      fc.asyncProperty(anyActionRequest(), async ({ method, path, headers, body }) => {
        const init = { method, headers: { ...headers }, ...(body && { body: JSON.stringify(body) }) }
        const { status } = await tenant.fetch(new Request(`https://graph.microsoft.com${path}`, init))
        expect(status).not.toBe(400)
      }),
      { numRuns: runs(200, 2_000) },
    )
  })

  test('narrows the type of the action', () => {
    const [request] = fc.sample(anyActionRequest({ action: 'answer' }), 1)
    expectTypeOf(request?.action).toEqualTypeOf<'answer' | undefined>()
    const [any] = fc.sample(anyActionRequest(), 1)
    expectTypeOf(any?.action).toEqualTypeOf<ActionName | undefined>()
  })

  test.each([{ action: 'dance' }, { action: [] }, { actions: 'answer' }])('rejects %j', (options) => {
    expect(() => Reflect.apply(anyActionRequest, undefined, [options])).toThrow(GeneratorOptionError)
  })
})

describe('anyNotifications', () => {
  test.each(notifiedResources)('generates only %s if requested', (resource) => {
    fc.assert(
      fc.property(anyNotifications({ resource, callId: 'main 0' }), (body) => {
        for (const entry of readNotifications(body)) {
          expect(entry.resource).toBe(resource)
          expect(entry.callId).toBe('main 0')
        }
      }),
    )
  })

  const entries = fc
    .sample(anyNotifications(), { seed: 42, numRuns: runs(3_000, 10_000) })
    .flatMap((body) => readNotifications(body))

  test('generates every kind of change, delta rosters, tones, and each end of an operation', () => {
    expect(new Set(entries.map(({ resource }) => resource))).toEqual(new Set(notifiedResources))
    const states = entries.flatMap((entry) => (entry.resource === 'call' ? [entry.data.state] : []))
    expect(new Set(states)).toEqual(
      new Set([
        undefined,
        'incoming',
        'establishing',
        'established',
        'transferring',
        'transferAccepted',
        'terminating',
        'terminated',
        'unknownFutureValue',
      ]),
    )
    expect(entries.some((entry) => entry.resource === 'call' && entry.data.toneInfo)).toBe(true)
    expect(
      entries.some((entry) => entry.resource === 'call' && entry.data.resultInfo?.subCode === 7700),
    ).toBe(true)
    expect(entries.some((entry) => entry.resource === 'participants' && entry.isDelta)).toBe(true)
    const ends = new Set(
      entries.flatMap((entry) =>
        entry.resource === 'operation' ? [`${entry.data['@odata.type']} ${entry.data.completionReason}`] : [],
      ),
    )
    for (const [type, reasons] of Object.entries(completions)) {
      for (const reason of Object.keys(reasons)) expect(ends).toContain(`#microsoft.graph.${type} ${reason}`)
    }
  })

  test('sometimes has several changes, and either path or both', () => {
    const bodies = fc.sample(anyNotifications(), { seed: 42, numRuns: 200 })
    expect(bodies.some(({ value }) => value.length > 1)).toBe(true)
    const paths = bodies.flatMap(({ value }) =>
      value.map((change) => ['resource', 'resourceUrl'].filter((key) => key in change).join()),
    )
    expect(new Set(paths)).toEqual(new Set(['resourceUrl', 'resource,resourceUrl', 'resource']))
  })

  test('has the ID of the call in its path also in the call', () => {
    const ids = entries.flatMap((entry) => {
      const call =
        entry.resource === 'call' ? entry.data : entry.resource === 'participantLeft' ? entry.data.call : null
      return call?.id ? [[call.id, entry.callId]] : []
    })
    expect(ids.length).toBeGreaterThan(20)
    for (const [inCall, inPath] of ids) expect(inCall).toBe(inPath)
    expect(ids.some(([id]) => /^[0-9A-F]{32}$/.test(id ?? ''))).toBe(true)
  })

  test('sometimes has an empty roster', () => {
    expect(
      entries.some(({ resource, data }) => resource === 'participants' && [data].flat().length === 0),
    ).toBe(true)
  })

  test('has changes of one call, or of several calls, in one post', () => {
    const posts = fc
      .sample(anyNotifications(), { seed: 42, numRuns: 1_000 })
      .filter(({ value }) => value.length > 1)
      .map((body) => new Set(readNotifications(body).map(({ callId }) => callId)).size)
    expect(posts.filter((calls) => calls === 1).length).toBeGreaterThan(20)
    expect(posts.filter((calls) => calls > 1).length).toBeGreaterThan(20)
  })

  test('has rosters as long as the size allows', () => {
    const longest = (size: SizeOption) =>
      Math.max(
        ...fc
          .sample(anyNotifications({ resource: 'participants', size }), { seed: 42, numRuns: 300 })
          .flatMap(({ value }) => value.map((entry) => [entry.resourceData].flat().length)),
      )
    expect(longest('small')).toBeGreaterThan(5)
    expect(longest('medium')).toBeGreaterThan(50)
  })

  test('sends messages with a DiagCode in some results', () => {
    const messages = entries.flatMap((entry) =>
      entry.resource === 'call' ? [entry.data.resultInfo?.message] : [],
    )
    expect(messages).toContainEqual(expect.stringMatching(/^\w.* DiagCode: \d+#\d+\.@$/))
  })

  test.each([{ resource: 'dance' }, { resource: [] }, { resources: 'call' }])('rejects %j', (options) => {
    expect(() => Reflect.apply(anyNotifications, undefined, [options])).toThrow(GeneratorOptionError)
  })
})
