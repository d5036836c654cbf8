import type { Arbitrary } from 'fast-check'
import { type MediaKind, mediaConfig, mediaKinds } from '../src/builder/media.ts'
import {
  type DocumentOptions,
  type Each,
  type Known,
  type Nulled,
  type OneOrMore,
  partOptions,
  type When,
} from '../src/builder/options/options.ts'
import type {
  AppHostedMediaConfig,
  MediaConfig,
  ServiceHostedMediaConfig,
} from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'

/** What the media configs may be. */
export interface MediaOptions extends DocumentOptions {
  /** Who handles the media: the service, or the bot. */
  readonly media?: OneOrMore<MediaKind> | undefined
}

/** The media configs of these kinds. */
export interface MediaConfigs {
  'service-hosted': ServiceHostedMediaConfig
  'app-hosted': AppHostedMediaConfig
}

/**
 * Media configs, of which a call has one.
 *
 * @throws GeneratorOptionError where an option is not known
 * @example
 * ```ts
 * fc.assert(fc.property(anyMediaConfig({ media: 'service-hosted' }), ({ preFetchMedia }) => prompts(preFetchMedia) >= 0))
 * ```
 * Source: $metadata v1.0, serviceHostedMediaConfig, appHostedMediaConfig.
 */
export function anyMediaConfig<const O extends MediaOptions = Record<never, never>>(
  options?: O & Known<MediaOptions, O>,
): Arbitrary<Nulled<When<O, 'media', MediaConfigs[Each<O['media']>], MediaConfig>, O>>
export function anyMediaConfig(options: MediaOptions = {}): Arbitrary<MediaConfig> {
  const { values, settings } = partOptions(options, 'media', mediaKinds)
  return arbitraryOf((choices) => mediaConfig(choices, values), settings)
}
