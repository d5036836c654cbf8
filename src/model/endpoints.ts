/** Root paths of a call. `app` is the older name of `communications`. Source: Get call; traffic observed on beta. */
export const callPaths = [
  { path: '/v1.0/communications/calls/{id}', version: 'v1.0', namespace: 'communications' },
  { path: '/beta/communications/calls/{id}', version: 'beta', namespace: 'communications' },
  { path: '/v1.0/app/calls/{id}', version: 'v1.0', namespace: 'app' },
  { path: '/beta/app/calls/{id}', version: 'beta', namespace: 'app' },
] as const

/** Operation that the API offers on a path. */
export interface Endpoint {
  readonly name: string
  readonly method: 'GET' | 'DELETE'
  readonly doc: string
  readonly origin: string
  /** Status code of a successful response. */
  readonly status: 200 | 204
  /** Status codes of error responses. */
  readonly errors: readonly number[]
  /** True if the request can have `$select`, `$expand`, `Accept` and `Prefer`. */
  readonly query: boolean
}

/** Errors of every endpoint. Source: the error fixtures; 502 is a proxy in front of the service. */
const errors = [401, 403, 404, 429, 500, 502, 503, 504] as const

/** Operations on one call. */
export const callEndpoints: readonly Endpoint[] = [
  {
    name: 'getCall',
    method: 'GET',
    doc: 'Returns a call.',
    origin: 'Get call',
    status: 200,
    errors: [400, ...errors, 406],
    query: true,
  },
  {
    name: 'deleteCall',
    method: 'DELETE',
    doc: 'Ends a call.',
    origin: 'Delete call',
    status: 204,
    errors,
    query: false,
  },
]
