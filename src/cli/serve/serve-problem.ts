import { printable } from '../../output/printable.ts'
import type { NotificationDelivery, TenantRequest } from '../../tenant/index.ts'
import type { Io } from '../io.ts'

/** Problem of a request, or of a notification, that is explained on standard error. */
export interface ServeProblem {
  readonly kind: 'misdirected' | 'unauthorized' | 'internal-error' | 'change' | 'undelivered'
  readonly message: string
}

const unauthorized = 401

/** Status of a response to a host that a server does not have. Source: HTTP Semantics (RFC 9110), 15.5.20. */
const misdirected = 421

/**
 * Returns the problem of a request, if it has one. The log shows the status of the others.
 *
 * @param isWorker - true if other processes respond as well
 */
export function problemOf(request: TenantRequest, isWorker: boolean): ServeProblem | undefined {
  const { method, path, status, internalError } = request
  if (status === misdirected) {
    return {
      kind: 'misdirected',
      message:
        'A request had a host that this server does not respond to. To allow it, add --allowed-host NAME.',
    }
  }
  if (status === unauthorized) {
    return {
      kind: 'unauthorized',
      message:
        "A request had no valid token. Send the header 'Authorization: Bearer TOKEN'. Microsoft's graph-client sends no token over http, or to hosts that are not in its customHosts.",
    }
  }
  if (internalError !== undefined) {
    return {
      kind: 'internal-error',
      message: `Internal error: ${printable(`${method} ${path}: ${internalError}`)}. The client got 500. This is a bug of graph-call-testkit: please report it.`,
    }
  }
  if (isWorker && status < 400 && isChange(request)) {
    return {
      kind: 'change',
      message: `${printable(`${method} ${path}`)} changed a call in one worker only, because each worker has calls of its own. Omit --workers if clients change calls.`,
    }
  }
  return undefined
}

/** Returns the problem of a notification, if the bot did not accept it. */
export function deliveryProblem(delivery: NotificationDelivery): ServeProblem | undefined {
  const isAccepted = 'status' in delivery && delivery.status < 300
  if (isAccepted) return undefined
  const reason = 'status' in delivery ? `it responded with ${delivery.status}` : delivery.error.message
  return {
    kind: 'undelivered',
    message: printable(`A notification was not delivered to ${delivery.url ?? 'the bot'}: ${reason}`),
  }
}

function isChange({ method, path }: TenantRequest): boolean {
  return /^(?:POST|PATCH|DELETE)$/.test(method) && /\/communications\//i.test(path)
}

/** Returns a function that prints the first problem of each kind. */
export function printOnce(io: Io): (problem: ServeProblem) => void {
  return firstOfEachKind(({ message }) => io.err(`${message}\n`))
}

/** Returns a function that passes on the first problem of each kind. */
export function firstOfEachKind(report: (problem: ServeProblem) => void): (problem: ServeProblem) => void {
  const reported = new Set<string>()
  return (problem) => {
    if (reported.has(problem.kind)) return
    reported.add(problem.kind)
    report(problem)
  }
}
