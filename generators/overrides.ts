import { type Arbitrary, constant, tuple } from 'fast-check'
import type { Build, Settings } from '../src/builder/choices/choices.ts'
import { DrawnChoices } from '../src/builder/choices/drawn-choices.ts'
import { cloneJson } from '../src/builder/clone-json.ts'
import { GeneratorOptionError, show } from '../src/builder/options/option-error.ts'
import { propertiesOf } from '../src/model/index.ts'
import { isJsonObject } from '../src/model/json.ts'
import { findUnknownOption } from '../src/model/known-options.ts'
import { actualTypeOf } from '../src/model/typed-objects.ts'
import type { Call } from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'
import type { Examples } from './examples.ts'

/**
 * Arbitraries that replace generated values: one for a property, or several for the properties of a nested object. Every call then
 * has the nested object. `undefined` from an arbitrary removes the property. A string, a number, a boolean or null is the same as
 * `fc.constant` of it.
 */
export type ArbitraryOverrides<T> = {
  readonly [K in keyof T]?: Arbitrary<T[K]> | Extract<T[K], Scalar> | Nested<NonNullable<T[K]>> | undefined
}

type Scalar = string | number | boolean | null

type Nested<T> = T extends readonly unknown[] ? never : T extends object ? ArbitraryOverrides<T> : never

/** Type of the overridden properties. */
export type Overridden<Overrides> = {
  -readonly [K in keyof Overrides as Overrides[K] extends Arbitrary<unknown> | Scalar
    ? K
    : never]: Overrides[K] extends Arbitrary<infer Value> ? Value : Overrides[K]
}

/** Way to override the calls in a value. */
export interface Overridable<T> {
  readonly callsIn: (value: T) => readonly Call[]
  /** Returns the value with other calls. */
  readonly withCalls: (value: T, calls: readonly Call[]) => T
  /** True if the call can have another value for a property. */
  readonly canChange: (value: T, index: number, property: string) => boolean
}

/** Overrides a value that is a call. */
export const wholeCall: Overridable<Call> = {
  callsIn: (call) => [call],
  withCalls: (call, [changed = call]) => changed,
  canChange: () => true,
}

interface Override {
  readonly path: readonly [string, ...string[]]
  readonly arbitrary: Arbitrary<unknown>
}

/**
 * Returns an arbitrary whose values all have the overrides. Values that an override does not apply to, because their calls have no
 * nested object with such a property, are not generated. Both the values and the overrides shrink.
 *
 * @throws a {@link GeneratorOptionError} if an override is not an arbitrary, has an unknown name, or applies to no call
 */
export function withOverrides<T>(
  build: Build<T>,
  settings: Settings,
  overrides: object,
  target: Overridable<T>,
  examples?: Examples<T & object>,
): Arbitrary<T> {
  const found = overridesIn(overrides)
  checkOverrides(build, settings, found, target)
  const values = arbitraryOf(build, settings, examples).filter((value) =>
    found.every((override) => appliesTo(value, override, target)),
  )
  return tuple(values, ...found.map(({ arbitrary }) => arbitrary)).map(
    ([value, ...replacements]) => {
      const calls = target.callsIn(value).map((call, index) =>
        found.reduce((changed, override, at) => {
          if (!canApply(value, call, index, override, target)) return changed
          // Calls of a lifecycle share no objects.
          const replacement = index === 0 ? replacements[at] : cloneJson(replacements[at])
          return replaceAt(changed, override.path, replacement)
        }, call),
      )
      return target.withCalls(value, calls)
    },
    // An example shrinks if each arbitrary takes the value that it replaces.
    (value) => [value, ...found.map(({ path }) => valueAt(value, path))] as [T, ...unknown[]],
  )
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isJsonObject(inner) ? inner[key] : undefined), value)
}

function overridesIn(overrides: object, path: readonly string[] = []): Override[] {
  return Object.entries(overrides).flatMap(([key, override]): Override[] => {
    const name = ['with', ...path, key].join('.')
    if (isArbitrary(override)) return [{ path: pathTo(path, key), arbitrary: override }]
    if (isJsonObject(override)) return overridesIn(override, [...path, key])
    if (override === undefined) return []
    if (isScalar(override)) return [{ path: pathTo(path, key), arbitrary: constant(override) }]
    throw new GeneratorOptionError(`Invalid ${name}: ${show(override)}.`, {
      option: name,
      found: override,
      allowed: [],
      expected: 'an arbitrary, such as fc.constant(value)',
    })
  })
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function pathTo(path: readonly string[], key: string): readonly [string, ...string[]] {
  const [first, ...rest] = path
  return first === undefined ? [key] : [first, ...rest, key]
}

/** Number of values that are tried to find one that an override applies to. */
const mostTried = 500

/** @throws a {@link GeneratorOptionError} if an override has an unknown name, or the overrides never apply together */
function checkOverrides<T>(
  build: Build<T>,
  settings: Settings,
  overrides: readonly Override[],
  target: Overridable<T>,
): void {
  const possible = new Set<Override>()
  const tried: Call[] = []
  for (let seed = 0; seed < mostTried; seed++) {
    const value = build(new DrawnChoices(seed, settings))
    const applicable = overrides.filter((override) => appliesTo(value, override, target))
    if (applicable.length === overrides.length) return
    for (const override of applicable) possible.add(override)
    tried.push(...target.callsIn(value))
  }
  const impossible = overrides.find((override) => !possible.has(override))
  if (impossible) checkNames(tried, impossible)
  const names = overrides.map(({ path }) => ['with', ...path].join('.'))
  const option = impossible ? ['with', ...impossible.path].join('.') : names.join(' and ')
  throw new GeneratorOptionError(
    impossible ? `${option} applies to no call.` : `${option} never apply to the same call.`,
    {
      option,
      found: impossible?.arbitrary,
      allowed: [],
      expected:
        'properties that calls with these options have. Change the other options, or override the whole object',
    },
  )
}

/** @throws a {@link GeneratorOptionError} if the model does not declare one of the names of the path in any of the calls */
function checkNames(calls: readonly Call[], { path, arbitrary }: Override): void {
  for (const [depth, key] of path.entries()) {
    const parents = path.slice(0, depth)
    const names = new Set(calls.flatMap((call) => namesOf(typeAt(call, parents))))
    const unknown = names.size > 0 && findUnknownOption({ [key]: arbitrary }, [...names])
    if (!unknown || key.startsWith('@')) continue
    const prefix = ['with', ...parents].join('.')
    throw new GeneratorOptionError(
      `Unknown option '${prefix}.${unknown.name}'. Nearest: '${prefix}.${unknown.nearest}'.`,
      { option: `${prefix}.${key}`, found: arbitrary, allowed: [...names] },
    )
  }
}

/** Returns the type of the object at a path. Undefined if the call has none there, or the model declares none. */
function typeAt(call: Call, path: readonly string[]): string | undefined {
  let object: unknown = call
  let type: string | undefined = 'call'
  for (const key of path) {
    const declared = propertiesOf(type)[key]?.type
    object = Reflect.get(Object(object), key)
    if (declared?.kind !== 'object' || !isJsonObject(object)) return undefined
    type = actualTypeOf(object, declared.name)
    if (type === undefined) return undefined
  }
  return type
}

function namesOf(type: string | undefined): string[] {
  return type === undefined ? [] : Object.keys(propertiesOf(type))
}

function appliesTo<T>(value: T, override: Override, target: Overridable<T>): boolean {
  return target.callsIn(value).some((call, index) => canApply(value, call, index, override, target))
}

/** True if the call has an object of a type that declares the property. */
function canApply<T>(
  value: T,
  call: Call,
  index: number,
  { path }: Override,
  { canChange }: Overridable<T>,
): boolean {
  if (!canChange(value, index, path[0])) return false
  const type = typeAt(call, path.slice(0, -1))
  const key = path.at(-1) ?? ''
  return type !== undefined && (key.startsWith('@') || Object.hasOwn(propertiesOf(type), key))
}

/** Returns a copy with another value at the path, which leads to an object. */
function replaceAt<T extends object>(object: T, path: readonly string[], replacement: unknown): T {
  const [key = '', ...rest] = path
  if (rest.length > 0) {
    const inner: object = Object(Reflect.get(object, key))
    return { ...object, [key]: replaceAt(inner, rest, replacement) }
  }
  const changed = { ...object, [key]: replacement }
  if (replacement === undefined) Reflect.deleteProperty(changed, key)
  return changed
}

/** Checks for methods, because the arbitrary may come from another copy of fast-check. */
function isArbitrary(value: unknown): value is Arbitrary<unknown> {
  return isJsonObject(value) && 'generate' in value && 'shrink' in value
}
