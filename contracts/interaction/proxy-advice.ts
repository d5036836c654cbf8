/** Variables with the proxy for `http` URLs. Node reads the first two if `NODE_USE_ENV_PROXY` is set, some clients read all. */
const proxyVariables = ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY']

/** Returns advice if the environment makes clients send requests for 127.0.0.1 to a proxy. */
export function proxyAdvice(env: NodeJS.ProcessEnv): string | undefined {
  const variable = proxyVariables.find((name) => env[name])
  const { no_proxy, NO_PROXY = '' } = env
  const exceptions = (no_proxy ?? NO_PROXY).split(/[\s,]+/).map((entry) => entry.replace(/:\d+$/, ''))
  if (variable === undefined || exceptions.includes('*') || exceptions.includes('127.0.0.1')) return undefined
  return `${variable} is set, and NO_PROXY does not contain 127.0.0.1, so the client may have sent its request to the proxy. Set NO_PROXY=127.0.0.1.`
}
