import { readFileSync } from 'node:fs'
import type { Json } from '../actions/group-bot.ts'

/** Step of a documented exchange. */
export type Step =
  | {
      readonly by: 'bot'
      readonly method: string
      readonly url: string
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: Json
      readonly form?: Readonly<Record<string, string>>
      readonly response: {
        readonly status: number
        readonly headers?: Readonly<Record<string, string>>
        readonly body?: Json
      }
    }
  | {
      readonly by: 'service'
      readonly changeType?: string
      readonly resourceUrl?: string
      readonly resourceData?: Json
      /** Body in the format of Skype. */
      readonly skype?: Json
      /** Status of the response of the bot. Defaults to 202. */
      readonly reply?: number
    }
  | { readonly by: 'clock'; readonly after: string }

/** Requests, responses and notifications of an operation, as its sources show them. */
export interface DocumentedExchange {
  readonly name: string
  readonly title: string
  readonly steps: readonly Step[]
}

function linesOf(file: string): readonly Json[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** Each operation with its requests and notifications. Sources: the pages of the operations; reported traffic. */
export const exchanges: readonly DocumentedExchange[] = linesOf('exchanges.ndjson')

/** Captured posts to a bot, anonymized. Source: graph-calling-bots, captured notifications. */
export const captured: readonly { readonly name: string; readonly body: Json }[] = linesOf('captured.ndjson')

/** Tables of errors, results and headers by name. */
export const tables: Readonly<Record<string, Json>> = Object.fromEntries(
  linesOf('tables.ndjson').map(({ name, data }) => [name, data]),
)

/** @throws if the exchange does not exist, or its step is not a request */
export function requestIn(name: string, index = 0): Step & { readonly by: 'bot' } {
  const step = exchanges.find((exchange) => exchange.name === name)?.steps[index]
  if (step?.by !== 'bot') throw new Error(`Expected a request in ${name}.`)
  return step
}
