const { AuthenticationHandler, Client } = require('@microsoft/microsoft-graph-client')

/** Creates Microsoft's client. `send` sends its requests. */
function graphClient({ token, send = fetch }) {
  const authentication = new AuthenticationHandler({ getAccessToken: async () => token })
  const last = {
    async execute(context) {
      context.response = await send(context.request, context.options)
    },
    setNext() {},
  }
  return Client.initWithMiddleware({ middleware: [authentication, last] })
}

module.exports = { graphClient }
