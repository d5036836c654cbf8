import { ClientAssertionCredential, ClientSecretCredential } from '@azure/identity'
import { ConfidentialClientApplication } from '@azure/msal-node'
import { Client } from '@microsoft/microsoft-graph-client'

/** Gets a call with tokens of Microsoft's libraries, as a bot does. The arguments are the origin, tenant, app, secret and call. */
const [authorityHost, tenantId, clientId, secret, callId] = process.argv.slice(2)
const scope = 'https://graph.microsoft.com/.default'
const { host, hostname } = new URL(authorityHost)

const msal = new ConfidentialClientApplication({
  auth: {
    clientId,
    clientSecret: secret,
    authority: `${authorityHost}/${tenantId}`,
    knownAuthorities: [host],
  },
})
const options = { authorityHost, disableInstanceDiscovery: true }
const azure = new ClientSecretCredential(tenantId, clientId, secret, options)
const assertion = ['{"alg":"PS256","typ":"JWT"}', '{}', 'x']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.')
const certificate = new ClientAssertionCredential(tenantId, clientId, async () => assertion, options)

const providers = {
  msal: async () => (await msal.acquireTokenByClientCredential({ scopes: [scope] }))?.accessToken,
  azure: async () => (await azure.getToken(scope)).token,
  assertion: async () => (await certificate.getToken(scope)).token,
}

const states = {}
for (const [name, getAccessToken] of Object.entries(providers)) {
  try {
    const client = Client.initWithMiddleware({
      authProvider: { getAccessToken },
      baseUrl: authorityHost,
      customHosts: new Set([hostname]),
    })
    states[name] = (await client.api(`/communications/calls/${callId}`).get()).state
  } catch (error) {
    states[name] = String(error.errorMessage ?? error.message ?? error)
  }
}
console.log(JSON.stringify(states))
