import type { Person, TenantCall } from 'graph-call-testkit/tenant'
import { describe, expect, test, vi } from 'vitest'
import { runs } from '../../runs.ts'
import { type RunningIvr, startIvr, tenantId } from './start-ivr.ts'

/** A caller leaves a message and is transferred. */
async function leaveMessage({ bot }: RunningIvr, mira: Person): Promise<TenantCall> {
  const call = await mira.calls(bot)
  await call.until('established')
  await mira.presses('1')
  await mira.speaks({ seconds: 3 })
  return call.until('terminated', { timeout: 20_000 })
}

describe('the IVR bot', () => {
  test('plays a menu, hears 1, records a message, and transfers the caller', async () => {
    const running = await startIvr()
    const call = await leaveMessage(running, running.tenant.person('Mira Holm'))
    expect(running.errors).toEqual([])
    const requests = call.timeline.flatMap((entry) =>
      entry.kind === 'request' ? [`${entry.status} ${entry.path}`] : [],
    )
    expect(requests).toEqual([
      '202 /answer',
      '200 /subscribeToTone',
      '200 /playPrompt',
      '200 /recordResponse',
      '202 /transfer',
    ])
    await vi.waitFor(() => expect(running.ivr.calls.get(call.id)).toMatchObject({ state: 'ended' }))
    const [message] = running.ivr.calls.get(call.id)?.messages ?? []
    expect(message?.length).toBeGreaterThan(3 * 32_000)
    expect(`${call}`).toContain('Operator answers')
    expect(call.resultInfo).toMatchObject({ subcode: 7015 })
  })

  test('hangs up on a caller who presses 9', async () => {
    const { tenant, bot, errors } = await startIvr()
    const mira = tenant.person('Mira Holm')
    const call = await mira.calls(bot)
    await mira.presses('9')
    await call.until('terminated')
    expect(errors).toEqual([])
    expect(call.resultInfo).toMatchObject({ code: 200, subcode: 5001 })
  })

  test('stays in the call if the operator does not take it', async () => {
    const running = await startIvr()
    running.tenant.person('Operator', { declines: true })
    const mira = running.tenant.person('Mira Holm')
    const call = await mira.calls(running.bot)
    await mira.presses('1')
    await mira.speaks({ seconds: 1 })
    await call.until('transferring')
    await call.until('established')
    await mira.hangsUp()
    expect(running.errors).toEqual([])
    expect(call.state).toBe('terminated')
  })

  test('rejects a notification with a wrong token, and the call ends', async () => {
    const { tenant, bot, errors } = await startIvr({ notifications: { token: 'wrong-key' } })
    const call = await tenant.person('Mira Holm').calls(bot)
    await call.until('terminated')
    expect(tenant.notifications[0]).toMatchObject({ status: 401 })
    expect(errors).not.toEqual([])
  })

  test('follows the roster of a meeting', async () => {
    const { tenant, ivr, errors } = await startIvr()
    const organizerId = tenant.person('Kim Ode').id
    const id = await ivr.join({ threadId: '19:meeting_1@thread.v2', organizerId, tenantId })
    const call = tenant.call(id)
    const [mira, lee] = [tenant.person('Mira Holm'), tenant.person('Lee Ash')]
    await mira.joins(call)
    await lee.joins(call)
    const participants = () => ivr.calls.get(id)?.participants.toSorted()
    await vi.waitFor(() => expect(participants()).toEqual(['Lee Ash', 'Mira Holm']))
    await mira.mutes()
    await lee.leaves()
    await vi.waitFor(() => expect(participants()).toEqual(['Mira Holm']))
    await mira.leaves()
    expect(call.resultInfo).toMatchObject({ code: 200, subcode: 5010 })
    expect(errors).toEqual([])
  })
})

test('hundreds of callers use the IVR bot at once', async () => {
  // On a busy machine, the bot may need long for a notification of one of many calls.
  const running = await startIvr({ notifications: { timeout: 120_000 } })
  const callers = Array.from({ length: runs(30, 300) }, (_, index) =>
    running.tenant.person(`Caller ${index}`),
  )
  const calls = await Promise.all(callers.map((caller) => leaveMessage(running, caller)))
  expect(running.errors).toEqual([])
  expect(calls.map(({ state }) => state)).toEqual(calls.map(() => 'terminated'))
  expect([...running.ivr.calls.values()].map(({ messages }) => messages.length)).toEqual(calls.map(() => 1))
})
