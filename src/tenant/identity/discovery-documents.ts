import { type KeyDocument, signInClouds } from '../../model/sign-in.ts'

/** Returns the OpenID configuration with the keys for notifications. Sources: connector authentication; reported documents. */
export function keyConfiguration({ issuer, algorithm, keysPath }: KeyDocument, origin: string): object {
  return {
    issuer,
    authorization_endpoint: 'https://invalid.botframework.com/',
    jwks_uri: `${origin}${keysPath}`,
    id_token_signing_alg_values_supported: [algorithm],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  }
}

/**
 * Returns the OpenID configuration of a tenant.
 *
 * @param tenant - as in the URL
 * @param issuerTenant - id of the tenant, or `{tenantid}` if the URL is for every tenant
 * Sources: OpenID Connect on the Microsoft identity platform; reported documents.
 */
export function tenantConfiguration(origin: string, tenant: string, issuerTenant: string): object {
  const base = `${origin}/${tenant}`
  const { graph } = cloudOf(origin)
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${origin}/${issuerTenant}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: `https://${graph}/oidc/userinfo`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'tid', 'ver'],
    tenant_region_scope: 'WW',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: graph,
  }
}

/**
 * Returns the list of hosts that belong together. A host of your own is a cloud of its own.
 *
 * @param authorizationEndpoint - URL in the query of the request
 * Source: reported responses of instance discovery.
 */
export function instanceDiscovery(origin: string, authorizationEndpoint: URL): object {
  const [, tenant = 'common'] = authorizationEndpoint.pathname.split('/')
  const { host } = new URL(origin)
  const own = { preferred_network: host, preferred_cache: host, aliases: [host] }
  const clouds = signInClouds.map(({ hosts, cacheHost }) => ({
    preferred_network: hosts[0],
    preferred_cache: cacheHost,
    aliases: hosts,
  }))
  const isKnown = clouds.some(({ aliases }) => aliases.some((alias) => alias === host))
  return {
    tenant_discovery_endpoint: `${authorizationEndpoint.origin}/${tenant}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: isKnown ? clouds : [...clouds, own],
  }
}

function cloudOf(origin: string): (typeof signInClouds)[number] {
  const { hostname } = new URL(origin)
  return signInClouds.find(({ hosts }) => hosts.some((host) => host === hostname)) ?? signInClouds[0]
}
