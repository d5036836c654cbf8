import type { Arbitrary } from 'fast-check'
import { type MediaKind, mediaConfig, mediaKinds } from '../src/builder/media.ts'
import {
  type DocumentOptions,
  type Known,
  type Nulled,
  type OneOrMore,
  partOptions,
  type ValuesOf,
} from '../src/builder/options/options.ts'
import type {
  AppHostedMediaConfig,
  MediaConfig,
  ServiceHostedMediaConfig,
} from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'
import { examplesOf } from './examples.ts'

/**
 * Options of {@link anyMediaConfig}.
 *
 * @example
 * ```ts
 * import { anyMediaConfig, type MediaOptions } from 'graph-call-testkit/generators'
 *
 * const options: MediaOptions = { media: 'service-hosted' }
 * const configs = anyMediaConfig(options)
 * ```
 */
export interface MediaOptions extends DocumentOptions {
  /** Hosts of the media: the service, the bot, or both. Defaults to both. */
  readonly media?: OneOrMore<MediaKind> | undefined
}

/**
 * Type of the media config of each kind.
 *
 * @example
 * ```ts
 * import type { MediaConfigs } from 'graph-call-testkit/generators'
 *
 * const config: MediaConfigs['app-hosted'] = { '@odata.type': '#microsoft.graph.appHostedMediaConfig', blob: 'x' }
 * ```
 */
export interface MediaConfigs {
  /** Media config of a bot whose media the service hosts. */
  'service-hosted': ServiceHostedMediaConfig
  /** Media config of a bot that hosts its media. */
  'app-hosted': AppHostedMediaConfig
}

/**
 * Generates media configs, as in the `mediaConfig` of a call.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { anyMediaConfig } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyMediaConfig({ media: 'app-hosted' }), (config) => !('preFetchMedia' in config)))
 * ```
 * Source: $metadata v1.0, serviceHostedMediaConfig, appHostedMediaConfig.
 */
export function anyMediaConfig<const O extends MediaOptions = Record<never, never>>(
  options?: O & Known<MediaOptions, O>,
): Arbitrary<Nulled<MediaConfigs[ValuesOf<O, 'media', MediaKind>], O>>
export function anyMediaConfig(options: MediaOptions = {}): Arbitrary<MediaConfig> {
  const { values, settings } = partOptions(options, 'media', mediaKinds)
  return arbitraryOf((choices) => mediaConfig(choices, values), settings, examplesOf('mediaConfig', settings))
}
