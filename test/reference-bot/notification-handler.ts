import { commsNotificationsSchema } from 'graph-call-testkit/schema'

/** Keeps the states of each call that the bot was notified about, in the order of arrival, and why a call ended. */
export class CallBoard {
  readonly #states = new Map<string, string[]>()

  /** Responds to a notification as the service expects: 202 for a valid one. */
  async respond(request: Request): Promise<Response> {
    const { success, data } = commsNotificationsSchema.safeParse(await request.json())
    if (!success) return new Response(null, { status: 400 })
    for (const { changeType, resourceUrl, resourceData } of data.value) {
      if (!resourceUrl || !resourceData || !('state' in resourceData)) continue
      const end = changeType === 'deleted' ? ` (${resourceData.resultInfo?.subcode})` : ''
      const states = this.#states.get(resourceUrl) ?? []
      this.#states.set(resourceUrl, [...states, `${resourceData.state}${end}`])
    }
    return new Response(null, { status: 202 })
  }

  /** A line for each call: `/communications/calls/2e1a: establishing, established`. */
  get lines(): readonly string[] {
    return [...this.#states].map(([url, states]) => `${url}: ${states.join(', ')}`)
  }
}
