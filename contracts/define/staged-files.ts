import * as z from 'zod'
import { PactFormatError } from '../pact-file/pact-file.ts'

/** The file of a staged contract: enough for another process or machine to write the pact. */
export const stagedContract = z.object({
  consumer: z.string(),
  provider: z.string(),
  /** Name of the pact file. It may come from another machine, and must not lead out of the directory. */
  file: z.string().regex(/^[^/\\]+\.json$/, 'Expected the name of a pact file, without a path.'),
  /** Hash of everything that determines the bytes of the pact, except the version of Pact. */
  hash: z.string(),
  /** Names of the interactions, in the order of the pact. */
  interactions: z.array(z.string()).readonly(),
  /** Their descriptions in the pact. */
  descriptions: z.array(z.string()).readonly(),
})
export type StagedContract = Readonly<z.infer<typeof stagedContract>>

/** The file with the source location of the definition that owns the pact file. */
export const stagedClaim = z.object({ file: z.string(), line: z.number(), hash: z.string().optional() })

/**
 * Parses the text of a staged file.
 *
 * @throws {@link PactFormatError} if it is invalid. Files are written atomically, so another program must have changed it
 */
export function parseStaged<T>(schema: z.ZodType<T>, text: string | undefined, path: string): T | undefined {
  if (text === undefined) return undefined
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new PactFormatError(
      `${path} is not a valid staging file. Delete the "staging" directory that contains it, and run the tests that write the pacts again.`,
      { cause },
    )
  }
}
