import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'

it('shows the call', () => {
  const tenant = createTenant({ calls: [groupCall()] })
  cy.intercept('https://graph.microsoft.com/*/communications/calls/**', async (request) => {
    const { method, url } = request
    const headers = { authorization: String(request.headers['authorization'] ?? '') }
    const response = await tenant.fetch(new Request(url, { method, headers }))
    request.reply(response.status, await response.text(), Object.fromEntries(response.headers))
  })
  cy.visit('/')
})
