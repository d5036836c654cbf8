import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'

it('shows the call', () => {
  const tenant = createTenant({ calls: [groupCall()] })
  cy.intercept(/^https:\/\/graph\.microsoft\.com\/[^/]+\/communications\/calls/, async (request) => {
    const { method, url } = request
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
    // Cypress parses JSON.
    const body = typeof request.body === 'object' ? JSON.stringify(request.body) : request.body || null
    const response = await tenant.fetch(
      new Request(url, { method, headers: Object.fromEntries(headers), body }),
    )
    request.reply(response.status, await response.text(), Object.fromEntries(response.headers))
  })
  cy.visit('/')
})
