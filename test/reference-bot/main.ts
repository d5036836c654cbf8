import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runReferenceBot } from './run.ts'

const committed = fileURLToPath(new URL('../../contracts/pacts', import.meta.url))

/** Runs `npm run contract [-- DIR]`, which updates the pact in DIR if it changed. Defaults to contracts/pacts. */
async function main(): Promise<number> {
  try {
    const { positionals } = parseArgs({ allowPositionals: true })
    return await runReferenceBot(positionals[0] ?? committed, {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
    })
  } catch (error) {
    console.error(`${String(error)}\nUsage: npm run contract [-- DIR]`)
    return 2
  }
}

// Turns off Pact's telemetry.
Object.assign(process.env, { PACT_DO_NOT_TRACK: 'true' })
process.exitCode = await main()
