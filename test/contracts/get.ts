import type { InteractionContext } from 'graph-call-testkit/contracts'

/** Requests a call from Graph and returns the parsed body. This is the smallest possible client. */
export async function get(
  { fetch, token, callId }: Pick<InteractionContext<string, unknown>, 'fetch' | 'token' | 'callId'>,
  query = '',
  graph = 'https://graph.microsoft.com',
): Promise<unknown> {
  const headers = { Authorization: `Bearer ${token}` }
  return (await fetch(`${graph}/v1.0/communications/calls/${callId}${query}`, { headers })).json()
}
