import { concreteTypesOf, derivedTypesOf, enumType, odataTypeOf, type StringFormat } from '../model/index.ts'
import { unreadable } from '../model/json.ts'
import { type Path, pathText } from '../model/path.ts'
import type { Rule } from '../model/rules.ts'
import { type LocatedValue, locate } from '../model/walk.ts'
import type { CallFormatIssue } from './call-format-error.ts'
import { describeValue } from './describe-value.ts'
import { findProblems } from './find-problems.ts'
import { fixOfBody, passParsedJson } from './fix-of-body.ts'
import type { CheckMode } from './mode.ts'
import { type OtherBody, passReceivedJson } from './other-bodies.ts'
import { isObject } from './value-checks.ts'

/** Maximum number of issues. A hostile body can have millions. */
const maxIssues = 100

/** Returns the first 100 issues of a body of the type `name`. */
export function issuesOf(name: string, body: unknown, mode: CheckMode): CallFormatIssue[] {
  const issues: CallFormatIssue[] = []
  for (const { path, isUndeclared, other } of findProblems(name, body, mode)) {
    if (issues.length === maxIssues) break
    if (other) {
      issues.push(otherBodyIssue(name, other))
      continue
    }
    const located = locate(name, body, path)
    const rule = isUndeclared ? 'not-declared' : ruleOf(located)
    const parent = path.length === 0 ? undefined : locate(name, body, path.slice(0, -1)).value
    issues.push(issueAt(name, rule, path, located, parent))
  }
  return issues
}

function otherBodyIssue(name: string, { path, ...other }: OtherBody): CallFormatIssue {
  const isOther = name === 'commsNotifications' ? 'not-notifications' : 'not-a-call'
  const rule = path.at(-1) === '@odata.type' ? 'wrong-odata-type' : isOther
  return { path: pathText(path), rule, ...other }
}

/** Returns the issue for a body that is not JSON. An open type would accept it as an object without properties. */
export function notJsonIssue(name: string, body: unknown): CallFormatIssue {
  const found = describeValue(body)
  return {
    path: '',
    rule: 'not-json',
    expected: `an object (${name})`,
    found: found === 'an object' ? unreadable : found,
    fix: passParsedJson(name),
    ...(name === 'call'
      ? { provenance: 'documented', origin: 'Get call, Response' }
      : { provenance: 'metadata', origin: `$metadata v1.0, ${name}` }),
  }
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

function issueAt(
  name: string,
  rule: Rule,
  path: Path,
  located: LocatedValue,
  parent: unknown,
): CallFormatIssue {
  const { type, value, provenance, origin } = located
  return {
    path: pathText(path),
    rule,
    expected: rule === 'not-declared' ? 'no such property' : expectedValue(located),
    found: type.kind === 'object' && typeof value === 'string' ? 'a string' : describeValue(value),
    fix:
      path.length === 0
        ? fixOfBody(name, value)
        : (dotNetFix(rule, path, value, parent) ?? fixFor(rule, located)),
    provenance,
    origin,
  }
}

function expectedValue({ type }: LocatedValue): string {
  switch (type.kind) {
    case 'string':
      return type.format ? formatNames[type.format] : 'a string'
    case 'boolean':
      return 'true or false'
    case 'int32':
      return 'a 32-bit integer'
    case 'int64':
      return 'an integer'
    case 'double':
      return 'a number'
    case 'enum':
      return `one of ${enumType(type.name).members.join(', ')}`
    case 'object':
      return `an object (${type.name})`
    case 'collection':
      return 'an array'
    case 'one-or-many':
      return 'an object or an array'
    case 'odata-type':
      return concreteTypesOf(type.of).map(odataTypeOf).join(' or ')
    case 'any':
      return 'any value'
  }
}

const formatNames: Readonly<Record<StringFormat, string>> = {
  'date-time': 'a date and time',
  'https-uri': 'an https URL',
  guid: 'a GUID',
  duration: 'a duration',
}

const formatFixes: Readonly<Record<StringFormat, string>> = {
  'date-time': 'Write it as 2020-05-28T00:10:54Z, with a time zone.',
  'https-uri': 'Use an https URL: Graph does not send notifications to other URLs.',
  guid: 'Write it as 2e1a0b00-2db4-4022-9570-243709c565ab.',
  duration: 'Write it as PT1.5S.',
}

function fixFor(rule: Rule, { type, value }: LocatedValue): string {
  switch (rule) {
    case 'missing':
      return 'Add it.'
    case 'null':
      return type.kind === 'collection' ? 'Use [] for an empty collection.' : 'Replace it with a value.'
    case 'documented-only-member':
      return type.kind === 'enum' ? `Replace it: it is ${enumType(type.name).disputed?.[String(value)]}.` : ''
    case 'not-a-member':
      return type.kind === 'enum' ? memberFix(type.name, String(value)) : ''
    case 'wrong-odata-type':
      return type.kind === 'odata-type' && derivedTypesOf(type.of).length > 0
        ? 'Set it to the type of the object, because the type determines the properties.'
        : 'Fix the value or leave it out.'
    case 'wrong-format':
      return type.kind === 'string' && type.format ? formatFixes[type.format] : ''
    case 'not-declared':
      return 'Fix the name or leave the property out: the strict schema accepts only declared properties.'
    default:
      return fixOrLeaveOut
  }
}

/**
 * Returns how to fix a value that a .NET serializer changed: a list with references, as `ReferenceHandler.Preserve` writes it, or
 * a property in PascalCase.
 */
function dotNetFix(rule: Rule, path: Path, value: unknown, parent: unknown): string | undefined {
  const $values = isObject(value) ? Reflect.get(value, '$values') : undefined
  if (Array.isArray($values)) {
    return `A .NET serializer wrote this list with references ($values). ${passReceivedJson}`
  }
  const key = path.at(-1)
  if (rule !== 'missing' || typeof key !== 'string' || !isObject(parent)) return undefined
  const inPascalCase = key.charAt(0).toUpperCase() + key.slice(1)
  return inPascalCase !== key && Object.hasOwn(parent, inPascalCase)
    ? `Graph spells it "${key}", not "${inPascalCase}". ${passReceivedJson}`
    : undefined
}

/** Returns how to fix a string that is not a member of an enum. */
export function memberFix(name: string, value: string): string {
  const { members } = enumType(name)
  const meant = members.find((member) => member.toLowerCase() === value.toLowerCase())
  if (meant) return `Graph spells it "${meant}".`
  return members.includes('unknownFutureValue')
    ? 'Graph sends "unknownFutureValue" for members that the client does not know. If your client sends "Prefer: include-unknown-enum-members", use callSchemaWithUnknownEnumMembers.'
    : fixOrLeaveOut
}

const fixOrLeaveOut = 'Fix the value or leave the property out.'
