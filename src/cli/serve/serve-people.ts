import { TestkitError } from '../../model/errors.ts'
import type { Bot, Person, ScenarioStep, Tenant } from '../../tenant/index.ts'
import { deliveryProblem, type ServeProblem } from './serve-problem.ts'

/** Act of a person, as a request names it. */
interface Act {
  readonly does: string
  /** Parameter of the act, such as the keys of `presses`. */
  readonly value?: string | number | undefined
}

/**
 * Returns a route at which people act: `POST` with a step of a scenario, such as
 * `{ "person": "Mira Holm", "does": "calls" }`. Responds after the bot has responded to the notifications that follow.
 *
 * @param report - gets the notifications that the bot did not accept
 */
export function peopleRoute(
  tenant: Tenant,
  bots: readonly Bot[],
  report: (problem: ServeProblem) => void,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') return problem(405, `${request.method} is not allowed. Expected POST.`)
    try {
      const { checkedStep } = await import('../../tenant/people/script-steps.ts')
      const { person, ...step } = stepIn(await request.text())
      const time = (['after', 'when'] as const).find((name) => step[name] !== undefined)
      if (time)
        throw new TypeError(`Unknown property: ${time}. A step happens when you send it, so send it later.`)
      const response = Response.json(await act(bots, tenant.person(person), checkedStep(step, 'step')))
      for (const delivery of tenant.notifications) {
        const problem = deliveryProblem(delivery)
        if (problem) report(problem)
      }
      return response
    } catch (error) {
      if (error instanceof TestkitError || error instanceof TypeError) return problem(400, error.message)
      throw error
    }
  }
}

/** @throws TypeError if the text is not a JSON object */
function stepIn(text: string): ScenarioStep {
  try {
    return Object(JSON.parse(text))
  } catch {
    throw new TypeError('Invalid body. Expected JSON such as {"person":"Mira Holm","does":"calls"}.')
  }
}

async function act(bots: readonly Bot[], person: Person, { does, value }: Act): Promise<object> {
  switch (does) {
    case 'calls': {
      const bot = value === undefined ? bots[0] : bots.find(({ appId }) => appId === value)
      if (!bot)
        throw new TypeError(`Unknown bot: ${JSON.stringify(value)}. Start serve with --bot APPID=URL.`)
      const { id, state } = await person.calls(bot)
      return { callId: id, state }
    }
    case 'presses':
      await person.presses(String(value))
      break
    case 'speaks':
      await person.speaks({ seconds: Number(value) })
      break
    case 'transfers':
      await person.transfers({ name: String(value) })
      break
    case 'answers':
    case 'declines':
    case 'mutes':
    case 'unmutes':
    case 'sharesScreen':
    case 'stopsSharing':
    case 'hangsUp':
      await person[does]()
  }
  return {}
}

function problem(status: number, error: string): Response {
  return Response.json({ error }, { status, headers: { 'Cache-Control': 'no-store' } })
}
