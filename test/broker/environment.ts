/** The environment of this process, without what its machine has of proxies and certificates: the tests bring their own. */
export const environment: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^((https?|all|no)_proxy|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS)$/i.test(name),
  ),
)
