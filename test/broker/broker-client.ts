import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Verifier, type VerifierOptions } from '@pact-foundation/pact'
import { type PublishOptions, type PublishReport, stateHandlers } from 'graph-call-testkit/contracts'
import { createTenant } from 'graph-call-testkit/tenant'
import { expect } from 'vitest'
import type { PactFile } from '../../contracts/pact-file/pact-file.ts'
import type { Environment } from '../../contracts/publish/ci-services.ts'
import { publishFrom } from '../../contracts/publish/publish-from.ts'
import { committedPact } from '../contracts/committed.ts'
import { environment } from './environment.ts'

/** Returns the committed pact with other pacticipants. */
export const pactOf = (consumer: string, provider = 'microsoft-graph-calls'): PactFile => ({
  ...committedPact(),
  consumer: { name: consumer },
  provider: { name: provider },
})

/** Publishes pacts to a broker, and reads them back. */
export class BrokerClient {
  readonly url: string
  readonly folder: string

  private constructor(url: string, folder: string) {
    this.url = url
    this.folder = folder
  }

  /** Creates a client with a directory for pacts. */
  static async for({ url }: { readonly url: string }): Promise<BrokerClient> {
    return new BrokerClient(url, await mkdtemp(join(tmpdir(), 'graph-call-testkit-pacts-')))
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true })
  }

  async write(...pacts: readonly PactFile[]): Promise<string[]> {
    return Promise.all(
      pacts.map(async (pact) => {
        const file = join(this.folder, `${pact.consumer.name}-${pact.provider.name}.json`)
        await writeFile(file, JSON.stringify(pact))
        return file
      }),
    )
  }

  publish(
    files: readonly string[],
    options: PublishOptions = {},
    env: Environment = environment,
  ): Promise<PublishReport> {
    return publishFrom(
      files,
      { broker: this.url, version: '1', branch: 'main', warn: () => {}, ...options },
      { env, directory: process.cwd() },
    )
  }

  async read(path: string) {
    const response = await fetch(this.url + path, { headers: { Accept: 'application/hal+json' } })
    expect(response.ok, `${path}: ${response.status}`).toBe(true)
    return response.json()
  }

  /** Returns the latest pact in the broker, without the IDs that the broker adds to interactions. */
  async latestPact({ consumer, provider }: PactFile) {
    const path = `/pacts/provider/${provider.name}/consumer/${consumer.name}/latest`
    const pact: PactFile = await this.read(path)
    const interactions = pact.interactions.map(({ _id, ...interaction }) => interaction)
    return { consumer: pact.consumer, provider: pact.provider, interactions }
  }

  /** Runs `pact-broker`. Rejects with its exit code and output if it fails. */
  pactBroker(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    return promisify(execFile)('node_modules/.bin/pact-broker', [...args, '--broker-base-url', this.url], {
      env: { ...environment, PACT_DO_NOT_TRACK: 'true', ...env },
    })
  }

  /** Creates the environment that a new broker has. This one starts empty. */
  async createProduction(): Promise<void> {
    await this.pactBroker([
      'create-environment',
      '--name=production',
      '--display-name=Production',
      '--production',
    ])
  }

  /** Verifies a virtual tenant as a provider, and publishes the result. */
  async verifyTenant(options: VerifierOptions): Promise<void> {
    const tenant = createTenant()
    const server = await tenant.listen()
    try {
      await new Verifier({
        providerVersionBranch: 'main',
        providerBaseUrl: server.url,
        proxyHost: '127.0.0.1',
        pactBrokerUrl: this.url,
        consumerVersionSelectors: [{ mainBranch: true }],
        publishVerificationResult: true,
        stateHandlers: stateHandlers(tenant),
        logLevel: 'error',
        ...options,
      }).verifyProvider()
    } finally {
      await server.close()
    }
  }
}
