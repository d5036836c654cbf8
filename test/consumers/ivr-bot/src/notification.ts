/** Parts of a notification that the bot reads. */
export interface Notification {
  readonly callId: string
  readonly changeType: string
  /** `call`, `participants`, or `operations`. */
  readonly resource: string
  // biome-ignore lint/suspicious/noExplicitAny: The bot reads JSON without a schema.
  readonly data: any
}

/** Reads the body of a request. The id of the call is in `resourceUrl`: the data of a call often has no id. */
export function notificationsIn(body: unknown): Notification[] {
  const { value } = Object(body)
  if (!Array.isArray(value)) throw new Error('The body has no notifications.')
  return value.map(({ changeType, resourceUrl, resourceData }) => {
    const [, , calls, callId, resource = 'call'] = String(resourceUrl).split('/')
    if (calls !== 'calls' || !callId) throw new Error(`Unknown resource: ${resourceUrl}`)
    return { callId, changeType, resource, data: resourceData }
  })
}
