import type { Call } from '../src/schema/types.ts'
import { isMissingPackage } from './missing-package.ts'

/** Enough to come to every kind of call, participant and meeting many times. */
const count = 100

/** Calls of the generators, the same each time; none where fast-check is not installed. */
export async function generatedCalls(): Promise<readonly { readonly name: string; readonly call: Call }[]> {
  const loaded = await load()
  if (!loaded) return []
  const { anyCall, sample } = loaded
  return sample(anyCall(), { seed: 42, numRuns: count }).map((call, at) => ({
    name: `the generated call ${at + 1}`,
    call,
  }))
}

async function load() {
  try {
    const [{ anyCall }, { sample }] = await Promise.all([
      import('../generators/index.ts'),
      import('fast-check'),
    ])
    return { anyCall, sample }
  } catch (error) {
    if (isMissingPackage(error, 'fast-check', 'pure-rand')) return undefined
    throw error
  }
}
