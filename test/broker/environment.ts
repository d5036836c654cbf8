/** Environment of this process without the machine's proxies and certificates. Tests set their own. */
export const environment: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^((https?|all|no)_proxy|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS)$/i.test(name),
  ),
)
