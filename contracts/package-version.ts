import manifest from '../package.json' with { type: 'json' }

/** Version of this package. Pacts contain it, because their bytes depend on it. */
export const packageVersion: string = manifest.version
