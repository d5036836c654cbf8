import * as z from 'zod'
import { PactFormatError, parseJson } from './pact-file.ts'

const storedPact = z.looseObject({
  consumer: z.looseObject({ name: z.string() }),
  provider: z.looseObject({ name: z.string() }),
  interactions: z
    .array(
      z.looseObject({
        type: z.string().optional(),
        description: z.string(),
        providerStates: z
          .array(z.looseObject({ name: z.string(), params: z.record(z.string(), z.unknown()).nullish() }))
          .nullish(),
      }),
    )
    .default([]),
  metadata: z.looseObject({}).default({}),
})

/** A pact with interactions of any kind: HTTP requests and messages. */
export type StoredPact = z.infer<typeof storedPact>

/** An interaction of any kind. */
export type StoredInteraction = StoredPact['interactions'][number]

/**
 * Parses the text of a pact with interactions of any kind.
 *
 * @param file - name of the file, for the message of an error
 * @throws a {@link PactFormatError} if it is not a pact
 */
export function parseStoredPact(text: string, file: string): StoredPact {
  return checkStoredPact(parseJson(text, file), file)
}

/** Does the same as {@link parseStoredPact} with parsed JSON. */
export function checkStoredPact(value: unknown, file: string): StoredPact {
  const { success, data, error } = storedPact.safeParse(value)
  if (success) return data
  const [issue] = error.issues
  throw new PactFormatError(
    `${file} is not a valid pact: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}.`,
    { cause: error },
  )
}
