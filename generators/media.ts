import type { Arbitrary } from 'fast-check'
import type { AppHostedMediaConfig, MediaConfig, ServiceHostedMediaConfig } from '../src/schema/types.ts'
import { arbitraryOf } from './arbitrary.ts'
import { type MediaKind, mediaConfig, mediaKinds } from './build/media.ts'
import {
  checkNames,
  type DocumentOptions,
  documentOptionNames,
  type Each,
  type Known,
  type Nulled,
  type OneOrMore,
  settingsOf,
  valuesOf,
} from './options.ts'

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
): Arbitrary<
  Nulled<O extends { readonly media: NonNullable<unknown> } ? MediaConfigs[Each<O['media']>] : MediaConfig, O>
>
export function anyMediaConfig(options: MediaOptions = {}): Arbitrary<MediaConfig> {
  checkNames(options, ['media', ...documentOptionNames])
  const kinds = valuesOf('media', options.media, mediaKinds)
  return arbitraryOf((choices) => mediaConfig(choices, kinds), settingsOf(options))
}
