import { Argument, Option } from 'commander'

/** Creates the argument for pact files and directories. */
export function pactPaths(): Argument {
  return new Argument('[paths...]', 'pact files, and directories of pact files').default(['pacts'], 'pacts')
}

/** Creates the option that selects pacts by their provider. */
export function providerOption(): Option {
  return new Option('--provider <name>', 'only pacts of this provider (default: all)')
}
