import { lifecyclesOf, scenarioOf } from 'graph-call-testkit/capture'

export const lifecycles = lifecyclesOf({})
export const snapshots = lifecyclesOf({})[0]?.snapshots
export const scenario = scenarioOf({})
