import type { Environment } from '../publish/ci-services.ts'
import type { VerifyProviderOptions } from './provider-options.ts'

/** Options of a verification after all defaults. */
export interface ProviderSettings extends VerifyProviderOptions {
  readonly broker: string
}

/** Versions of the consumers whose pacts matter. Source: Pact's recommended selectors. */
const defaultSelectors = [{ mainBranch: true }, { deployedOrReleased: true }]

/** Returns the arguments of `pact verifier`. */
export function verifierArguments(settings: ProviderSettings, reportFile: string): string[] {
  const { provider, baseUrl, providerStatesUrl, broker, selectors = defaultSelectors } = settings
  const { pending, wipSince, interactions = [], publish, version, branch, buildUrl } = settings
  const { protocol, hostname, port, pathname } = new URL(baseUrl)
  const scheme = protocol.replace(':', '')
  const values: Readonly<Record<string, string | undefined>> = {
    'broker-url': broker,
    'provider-name': provider,
    transport: scheme,
    hostname,
    port: port || { http: '80', https: '443' }[scheme],
    'base-path': pathname === '/' ? undefined : pathname,
    'state-change-url': providerStatesUrl,
    'include-wip-pacts-since': wipSince,
    'filter-description': interactions.length > 0 ? interactions.map(patternOf).join('|') : undefined,
    'provider-version': version,
    'provider-branch': branch,
    'build-url': publish ? buildUrl : undefined,
    json: reportFile,
    loglevel: 'error',
  }
  return [
    ...Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`])),
    ...selectors.map((selector) => `--consumer-version-selectors=${JSON.stringify(selector)}`),
    ...(pending || wipSince !== undefined ? ['--enable-pending'] : []),
    ...(publish ? ['--publish'] : []),
    ...(providerStatesUrl === undefined ? [] : ['--state-change-teardown']),
    '--no-color',
  ]
}

/** Returns the pattern for a description that is the name, or ends with it in parentheses. */
function patternOf(name: string | RegExp): string {
  if (typeof name !== 'string') return `(?:${name.source})`
  const literal = name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return `^(?:${literal}|.*\\(${literal}\\))$`
}

/**
 * Returns the environment of `pact verifier`, without the variables that change what it verifies and without telemetry. It
 * uses a proxy even for this machine, if `NO_PROXY` does not have its addresses.
 */
export function verifierEnvironment(
  env: Environment,
  authentication: 'token' | 'basic' | 'none',
): Environment {
  const { NO_PROXY, no_proxy = '', PACT_BROKER_HTTP_RETRIES = '5' } = env
  const isOther = (name: string) =>
    !/^PACT_(?!BROKER_)|^no_proxy$/i.test(name) &&
    !(authentication === 'token' && /^PACT_BROKER_(USERNAME|PASSWORD)$/.test(name))
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => isOther(name))),
    NO_PROXY: [NO_PROXY ?? no_proxy, '127.0.0.1', 'localhost', '::1'].filter(Boolean).join(),
    PACT_BROKER_HTTP_RETRIES,
    PACT_DO_NOT_TRACK: 'true',
  }
}
