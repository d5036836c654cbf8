import { createTenant, type Failure, type Latency, type ThrottleOptions } from 'graph-call-testkit/tenant'

/** True if a tenant accepts what the function does. */
function isAccepted(run: () => unknown): boolean {
  try {
    run()
    return true
  } catch {
    return false
  }
}

export function isFailure(failure: Failure): boolean {
  return isAccepted(() => createTenant().failNext(failure))
}

export function isLatency(latency: Latency): boolean {
  return isAccepted(() => createTenant({ latency }))
}

export function isThrottle(throttle: ThrottleOptions): boolean {
  return isAccepted(() => createTenant({ throttle }))
}

/** Returns the part of a failure that names its kind. */
export function failureKindOf(failure: Failure): string {
  if ('connection' in failure) return failure.connection
  if ('proxy' in failure) return 'proxy'
  if ('fixture' in failure) return failure.fixture
  if (failure.status >= 500) return 'server-error'
  return failure.status === 200 || failure.status === 429 ? String(failure.status) : 'client-error'
}
