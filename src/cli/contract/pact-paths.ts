import { Argument } from 'commander'

/** Creates the argument for pact files and directories. */
export function pactPaths(): Argument {
  return new Argument('[paths...]', 'pact files, and directories of pact files').default(['pacts'], 'pacts')
}
