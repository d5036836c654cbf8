import { InvalidArgumentError } from 'commander'
import { parseUrl } from '../../model/parse-url.ts'
import type { ThrottleOptions } from '../../tenant/index.ts'
import { CommandFailure } from '../io.ts'
import type { LogFormat } from './serve-log.ts'
import type { ServeTlsOptions } from './serve-tls.ts'

/** Options of `serve`. */
export interface ServeOptions extends ServeTlsOptions {
  readonly port?: number
  readonly host: string
  readonly allowedHost?: readonly string[]
  readonly calls?: string
  readonly bot?: readonly BotOption[]
  readonly synthetic?: true | number
  readonly workers: number
  readonly latency?: number
  readonly throttle?: ThrottleOptions
  readonly token?: string
  readonly log: LogFormat
}

export function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('Expected an integer from 0 to 65535 (0: any free port).')
}

export function hostOf(text: string): string {
  if (/^[\w.:[\]-]+$/.test(text) && [text, `[${text}]`].some((host) => parseUrl(`http://${host}`)))
    return text
  throw new InvalidArgumentError('Expected the name or address of a host, without a scheme, such as tenant.')
}

/** Bot that people can call. */
export interface BotOption {
  readonly appId: string
  readonly callbackUri: string
}

export function botOf(text: string): BotOption {
  const [, appId = '', callbackUri = ''] = /^([^=]+)=(.+)$/.exec(text) ?? []
  const url = parseUrl(callbackUri)
  if (appId !== '' && url && /^https?:$/.test(url.protocol)) return { appId, callbackUri }
  throw new InvalidArgumentError(
    'Expected an application ID and an http or https URL, such as 9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11=http://127.0.0.1:3978/api/calls.',
  )
}

export function tokenOf(text: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text
  // Not an InvalidArgumentError, with which the value is printed.
  throw new CommandFailure(
    2,
    'Invalid --token: it is empty, or contains a space, a line break or another character that an HTTP header cannot carry there. Pass only the token. If it comes from a file, remove the line break at the end.',
  )
}

export function millisecondsOf(text: string): number {
  const milliseconds = Number(text)
  // Timers accept no longer delay.
  if (/^\d+(\.\d+)?$/.test(text) && milliseconds < 2 ** 31) return milliseconds
  throw new InvalidArgumentError('Expected a number of milliseconds such as 40.')
}

export function throttleOf(text: string): ThrottleOptions {
  const [, requests, seconds] = /^(\d+)\/(\d+(?:\.\d+)?)$/.exec(text) ?? []
  const options = { requests: Number(requests), seconds: Number(seconds) }
  if (options.requests >= 1 && options.seconds > 0) return options
  throw new InvalidArgumentError('Expected a number of requests and of seconds such as 5000/10.')
}

/** @throws a {@link CommandFailure} if several workers would respond differently */
export function checkWorkers({ workers, synthetic, bot, throttle, tls }: ServeOptions): void {
  if (workers === 1) return
  if (synthetic === undefined) {
    throw new CommandFailure(
      2,
      '--workers requires --synthetic: each worker has calls of its own, and only synthetic calls are the same in all of them. Add --synthetic, or omit --workers.',
    )
  }
  if (bot) {
    throw new CommandFailure(
      2,
      '--workers does not work with --bot: each worker would have people and calls of its own. Omit one of them.',
    )
  }
  if (throttle) {
    throw new CommandFailure(
      2,
      '--workers does not work with --throttle: each worker would count requests of its own. Omit one of them.',
    )
  }
  if (tls) {
    throw new CommandFailure(
      2,
      '--workers does not work with --tls: each worker would create a certificate of its own. Pass --tls-key and --tls-cert.',
    )
  }
}
