import { alertApp } from './app.ts'

const { BOT_APP_ID, BOT_APP_SECRET, BOT_TENANT_ID, BOT_URL, PORT = '3978' } = process.env
const { GRAPH_URL = 'https://graph.microsoft.com', AUTHORITY = 'https://login.microsoftonline.com' } =
  process.env
if (!BOT_APP_ID || !BOT_APP_SECRET || !BOT_TENANT_ID || !BOT_URL) {
  throw new Error('Set BOT_APP_ID, BOT_APP_SECRET, BOT_TENANT_ID and BOT_URL.')
}

const credentials = new URLSearchParams({
  client_id: BOT_APP_ID,
  client_secret: BOT_APP_SECRET,
  grant_type: 'client_credentials',
  scope: 'https://graph.microsoft.com/.default',
})

async function getToken(): Promise<string> {
  const response = await fetch(`${AUTHORITY}/${BOT_TENANT_ID}/oauth2/v2.0/token`, {
    method: 'POST',
    body: credentials,
  })
  const { access_token: token } = await response.json()
  return token
}

const { app } = alertApp({ botUrl: BOT_URL, tenantId: BOT_TENANT_ID, graphUrl: GRAPH_URL, getToken })
app.listen(Number(PORT))
