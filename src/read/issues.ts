import type * as z from 'zod'
import { concreteTypesOf, derivedTypesOf, enumType, odataTypeOf } from '../model/index.ts'
import { type Path, pathText } from '../model/path.ts'
import type { Rule } from '../model/rules.ts'
import { type LocatedValue, locate } from '../model/walk.ts'
import type { CallFormatIssue } from './call-format-error.ts'
import { describeValue, unreadable } from './describe-value.ts'

/** As many as a person or a program can want; a hostile body can have millions. */
const limit = 100

const parsedJson = 'Pass the parsed JSON of the answer: await response.json().'

/** What zod found wrong with a body, in the words of the description; the first hundred. */
export function issuesOf(
  name: string,
  body: unknown,
  problems: readonly z.core.$ZodIssue[],
): CallFormatIssue[] {
  return problems
    .slice(0, limit)
    .flatMap((problem) => explain(name, body, problem, problem.path))
    .slice(0, limit)
}

/** An error where a call should be: it breaks no rule of an open type, yet nobody wants to read it as a call. */
export const errorBodyIssue: CallFormatIssue = {
  path: '',
  rule: 'error-body',
  expected: 'a call',
  found: 'the body of an error',
  fix: 'Look at the status of the answer first, and read errors with callErrorSchema.',
  provenance: 'documented',
  origin: 'Graph error responses',
}

/** Something that is no JSON where a call should be: it would pass as an open type that has none of its properties. */
export function notJsonIssue(body: unknown): CallFormatIssue {
  const found = describeValue(body)
  return {
    path: '',
    rule: 'not-json',
    expected: 'an object (call)',
    found: found === 'an object' ? unreadable : found,
    fix: parsedJson,
    provenance: 'documented',
    origin: 'Get call, Response',
  }
}

function explain(name: string, body: unknown, problem: z.core.$ZodIssue, path: Path): CallFormatIssue[] {
  if (problem.code === 'unrecognized_keys') {
    return problem.keys
      .slice(0, limit)
      .map((key) => issue('not-declared', [...path, key], locate(name, body, [...path, key])))
  }
  const place = locate(name, body, path)
  if (problem.code === 'invalid_union' && place.type.kind === 'object') {
    return explainAbstract(name, body, problem, path, place)
  }
  return [issue(ruleOf(place), path, place)]
}

/** Of the types that an abstract one may be, only the one that `@odata.type` names has something to say. */
function explainAbstract(
  name: string,
  body: unknown,
  problem: z.core.$ZodIssueInvalidUnion,
  path: Path,
  place: LocatedValue,
): CallFormatIssue[] {
  const named = problem.errors.find((issues) => issues.every(({ path: [key] }) => key !== '@odata.type'))
  if (named?.some((inner) => inner.path.length > 0)) {
    return named.flatMap((inner) => explain(name, body, inner, [...path, ...inner.path]))
  }
  if (named) return [issue(ruleOf(place), path, place)]
  const tag = [...path, '@odata.type']
  return [issue('wrong-odata-type', tag, locate(name, body, tag))]
}

function ruleOf({ type, value }: LocatedValue): Rule {
  if (type.kind === 'odata-type') return 'wrong-odata-type'
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value !== 'string') return 'wrong-type'
  if (type.kind === 'enum') {
    return Object.hasOwn(enumType(type.name).disputed ?? {}, value)
      ? 'documented-only-member'
      : 'not-a-member'
  }
  return type.kind === 'string' && type.format ? 'wrong-format' : 'wrong-type'
}

function issue(rule: Rule, path: Path, place: LocatedValue): CallFormatIssue {
  const { provenance, origin, value } = place
  return {
    path: pathText(path),
    rule,
    expected: rule === 'not-declared' ? 'no such property' : expectedAt(place),
    found: place.type.kind === 'object' && typeof value === 'string' ? 'a string' : describeValue(value),
    fix: path.length === 0 ? parsedJson : hintFor(rule, place),
    provenance,
    origin,
  }
}

function expectedAt({ type }: LocatedValue): string {
  switch (type.kind) {
    case 'string':
      return type.format === 'date-time' ? 'a date and time' : type.format ? 'an https URL' : 'a string'
    case 'boolean':
      return 'true or false'
    case 'int32':
      return 'a whole number of 32 bits'
    case 'int64':
      return 'a whole number'
    case 'enum':
      return `one of ${enumType(type.name).members.join(', ')}`
    case 'object':
      return `an object (${type.name})`
    case 'collection':
      return 'an array'
    case 'odata-type':
      return concreteTypesOf(type.of).map(odataTypeOf).join(' or ')
    case 'any':
      return 'any value'
  }
}

function hintFor(rule: Rule, { type, value }: LocatedValue): string {
  switch (rule) {
    case 'missing':
      return 'Add it.'
    case 'null':
      return type.kind === 'collection' ? 'An empty collection is [].' : 'Leave it out or give it a value.'
    case 'documented-only-member':
      return type.kind === 'enum' ? `It is ${enumType(type.name).disputed?.[String(value)]}.` : ''
    case 'not-a-member':
      return type.kind === 'enum' ? memberHint(type.name, String(value)) : ''
    case 'wrong-odata-type':
      return type.kind === 'odata-type' && derivedTypesOf(type.of).length > 0
        ? 'It says which type the object is, so that its properties can be read.'
        : 'Mend it or leave it out.'
    case 'wrong-format':
      return type.kind === 'string' && type.format === 'date-time'
        ? 'Write it as 2020-05-28T00:10:54Z, with a time zone.'
        : 'Graph accepts no other address for notifications.'
    case 'not-declared':
      return 'Mend its name, or leave it out: the strict reading takes declared properties only.'
    default:
      return 'Mend the value, or leave the property out.'
  }
}

function memberHint(name: string, value: string): string {
  const meant = enumType(name).members.find((member) => member.toLowerCase() === value.toLowerCase())
  return meant
    ? `Graph writes it "${meant}".`
    : 'Graph sends "unknownFutureValue" for members that a client did not ask for; if yours sends "Prefer: include-unknown-enum-members", read with callSchemaWithUnknownEnumMembers.'
}
