import type { OptionKinds } from '../../model/known-options.ts'
import { type CallRole, callRoles } from '../../model/sign-in.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { type SavedValue, uniqueKeys } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'

/**
 * App that is registered in a tenant. Once an app is registered, the token endpoint rejects all other apps.
 *
 * @example
 * ```ts
 * const app: RegisteredApp = {
 *   appId: 'a9910001-0000-4000-a000-000000000001',
 *   secret: 'a secret of this test',
 *   roles: ['Calls.Initiate.All'],
 * }
 * ```
 */
export interface RegisteredApp {
  /** Application (client) ID. */
  readonly appId: string
  /** Client secret. Defaults to any secret that is not empty. */
  readonly secret?: string | undefined
  /** True if the secret has expired: the token endpoint then returns AADSTS7000222. */
  readonly secretExpired?: boolean | undefined
  /** Tenant of the app. Defaults to the virtual tenant. Tokens of another tenant get 403 with the code `7505`. */
  readonly tenantId?: string | undefined
  /** Application permissions. Defaults to all permissions for calls. An app without any gets 403 with the code `7504`. */
  readonly roles?: readonly (CallRole | (string & {}))[] | undefined
}

const appKinds: OptionKinds<RegisteredApp> = {
  appId: 'checked',
  secret: 'checked',
  secretExpired: 'boolean',
  tenantId: 'text',
  roles: 'texts',
}

/** App with all its values. */
export interface StoredApp {
  readonly appId: string
  readonly secret?: string | undefined
  readonly secretExpired: boolean
  readonly tenantId: string
  readonly roles: readonly string[]
}

/** App in a snapshot. Snapshots are often saved to files, so they do not contain the secret. */
export interface SavedApp extends Omit<StoredApp, 'secret'> {
  /** Set if the app has a secret. */
  readonly hasSecret?: true
}

/** Tenant to which the fixtures belong. */
export const defaultTenantId = '4b7c3b8a-1ed5-4969-b8f4-671149918799'

/** Result for `common` and `organizations`: the tenant of the app. */
export const anyTenant = 'any'

/** Apps that may get tokens. Ids are GUIDs in most cases, so their case does not matter. */
export class RegisteredApps implements StatefulPart<readonly SavedApp[]> {
  readonly tenantId: string
  readonly #apps = new Map<string, StoredApp>()
  /** Apps of the options. `clear()` restores them. */
  readonly #initial: ReadonlyMap<string, StoredApp>
  /** Secrets by app, also of apps that were removed: a snapshot does not contain them. */
  readonly #secretOf = new Map<string, string>()
  #secrets: readonly string[] = []

  /** @throws TypeError if the tenant or an app is not valid */
  constructor(tenantId: string = defaultTenantId, apps: readonly RegisteredApp[] = []) {
    if (typeof tenantId !== 'string' || !guid.test(tenantId))
      throw invalidValue('tenantId', tenantId, 'a GUID')
    this.tenantId = tenantId.toLowerCase()
    for (const app of apps) {
      checkOptions('apps', app, appKinds)
      this.register(app)
    }
    this.#initial = new Map(this.#apps)
  }

  /** Returns the app if exactly one is registered. */
  only(): StoredApp | undefined {
    const [app, other] = this.#apps.values()
    return other ? undefined : app
  }

  /**
   * Adds an app, or replaces the one with this id.
   *
   * @throws TypeError if a value is not valid. The message does not contain the secret.
   */
  register({
    appId,
    secret,
    secretExpired = false,
    tenantId = this.tenantId,
    roles = callRoles,
  }: RegisteredApp): void {
    if (typeof appId !== 'string' || appId === '')
      throw invalidValue('appId', appId, 'a string that is not empty')
    if (secret !== undefined && (typeof secret !== 'string' || secret === '')) {
      throw new TypeError(
        'Invalid secret of the app. Expected a string that is not empty, or no secret to accept any.',
      )
    }
    this.#set({
      appId,
      ...(secret !== undefined && { secret }),
      secretExpired,
      tenantId: tenantId.toLowerCase(),
      roles: [...roles],
    })
  }

  /** Secrets that must not be printed. A new array after an app was registered. */
  get secrets(): readonly string[] {
    return this.#secrets
  }

  /** True if no app is registered. Then every app gets tokens for every tenant. */
  get isOpen(): boolean {
    return this.#apps.size === 0
  }

  find(appId: string): StoredApp | undefined {
    return this.#apps.get(appId.toLowerCase())
  }

  /** Returns the id of the tenant that a URL names, {@link anyTenant}, or undefined if the tenant does not exist. */
  tenantNamed(name: string): string | undefined {
    const id = name.toLowerCase()
    if (id === 'common' || id === 'organizations') return anyTenant
    if (id.includes('.')) return this.tenantId // a domain, such as contoso.onmicrosoft.com
    if (!guid.test(id)) return undefined
    if (this.isOpen || id === this.tenantId) return id
    return [...this.#apps.values()].some(({ tenantId }) => tenantId === id) ? id : undefined
  }

  /** Returns the apps that were registered later than those of the options, without their secrets. */
  save(): readonly SavedApp[] {
    return [...this.#apps].flatMap(([id, app]) => (this.#initial.get(id) === app ? [] : [savedApp(app)]))
  }

  prepare(saved: SavedValue): () => void {
    const unique = uniqueKeys()
    const apps = saved.items().map((each) => {
      const app = this.#read(each)
      unique(app.appId.toLowerCase(), each.at('appId'))
      return app
    })
    return () => {
      this.clear()
      for (const app of apps) this.#set(app)
    }
  }

  clear(): void {
    this.#apps.clear()
    for (const [id, app] of this.#initial) this.#apps.set(id, app)
  }

  #set(app: StoredApp): void {
    const { appId, secret } = app
    this.#apps.set(appId.toLowerCase(), app)
    if (secret === undefined) return
    this.#secretOf.set(appId.toLowerCase(), secret)
    if (!this.#secrets.includes(secret)) this.#secrets = [...this.#secrets, secret]
  }

  /** @throws SnapshotError if the app has a secret that this tenant has never known */
  #read(saved: SavedValue): StoredApp {
    saved.object('appId', 'hasSecret', 'secretExpired', 'tenantId', 'roles')
    const appId = saved.at('appId').text()
    const hasSecret = saved.optional('hasSecret', (value) => value.value === true || value.fail('true'))
    const secret = hasSecret ? this.#secretOf.get(appId.toLowerCase()) : undefined
    if (hasSecret && secret === undefined) {
      saved.at('secret').fail(`the secret of the app ${appId}`, 'missing-secret')
    }
    return {
      appId,
      ...(secret !== undefined && { secret }),
      secretExpired: saved.at('secretExpired').boolean(),
      tenantId: saved.at('tenantId').text(),
      roles: saved
        .at('roles')
        .items()
        .map((role) => role.text()),
    }
  }
}

function savedApp({ secret, ...app }: StoredApp): SavedApp {
  return { ...app, ...(secret !== undefined && { hasSecret: true }) }
}

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
