import type { Config } from './config.ts'

/** Returns a function that gets a token for Graph, and keeps it until five minutes before it expires. */
export function tokenSource({ appId, appSecret, authority, tenantId }: Config): () => Promise<string> {
  let cached: { readonly token: Promise<string>; readonly until: number } | undefined
  const request = async (): Promise<string> => {
    const response = await fetch(`${authority}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: appId,
        client_secret: appSecret,
        grant_type: 'client_credentials',
        scope: 'https://graph.microsoft.com/.default',
      }),
    })
    const body = await response.json()
    if (!response.ok) throw new Error(`No token: ${body.error_description}`)
    if (cached) cached = { ...cached, until: Date.now() + (body.expires_in - 300) * 1_000 }
    return body.access_token
  }
  return () => {
    if (!cached || cached.until < Date.now()) cached = { token: request(), until: Date.now() + 60_000 }
    return cached.token
  }
}
