import type { Call } from '@microsoft/microsoft-graph-types'

/** What the screen at the reception shows of a call. */
export function lineFor({ state, source, targets }: Call): string {
  const { user, application } = source?.identity ?? {}
  const caller = user?.displayName ?? application?.displayName ?? 'somebody'
  const called = targets?.map(({ identity }) => identity?.user?.displayName ?? 'somebody') ?? []
  return `${caller} -> ${called.join(', ') || 'a meeting'} (${state})`
}
