import type { Call } from '@microsoft/microsoft-graph-types'

/** Returns the line that the reception screen shows for a call. */
export function lineFor({ state, source, targets }: Call): string {
  const { user, application } = source?.identity ?? {}
  const caller = user?.displayName ?? application?.displayName ?? 'somebody'
  const called = targets?.map(({ identity }) => identity?.user?.displayName ?? 'somebody') ?? []
  return `${caller} -> ${called.join(', ') || 'a meeting'} (${state})`
}
