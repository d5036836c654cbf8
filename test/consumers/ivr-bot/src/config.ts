/** Configuration of the bot. Only these values differ between Microsoft's service and a test. */
export interface Config {
  readonly appId: string
  readonly appSecret: string
  readonly tenantId: string
  /** URL of this bot, without a path. */
  readonly botUrl: string
  /** `https://graph.microsoft.com`. */
  readonly graphUrl: string
  /** `https://login.microsoftonline.com`. */
  readonly authority: string
  /** OpenID configuration with the keys of the calling service. */
  readonly openIdConfiguration: string
  /** Id of the user who gets the calls of people who press 2. */
  readonly operatorId: string
}

/** Reads the configuration from environment variables. */
export function configFrom(env: Readonly<Record<string, string | undefined>>): Config {
  const required = (name: string) => {
    const value = env[name]
    if (!value) throw new Error(`Set the environment variable ${name}.`)
    return value
  }
  return {
    appId: required('BOT_APP_ID'),
    appSecret: required('BOT_APP_SECRET'),
    tenantId: required('BOT_TENANT_ID'),
    botUrl: required('BOT_URL'),
    graphUrl: env['GRAPH_URL'] ?? 'https://graph.microsoft.com',
    authority: env['AUTHORITY'] ?? 'https://login.microsoftonline.com',
    openIdConfiguration:
      env['OPENID_CONFIGURATION'] ?? 'https://api.aps.skype.com/v1/.well-known/OpenIdConfiguration',
    operatorId: required('OPERATOR_ID'),
  }
}
