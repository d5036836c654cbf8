import {
  concreteTypesOf,
  derivedTypesOf,
  enumType,
  odataTypeOf,
  propertyNamesOf,
  type StringFormat,
} from '../model/index.ts'
import { unreadable } from '../model/json.ts'
import { spellingOf } from '../model/nearest-names.ts'
import { type Path, pathText } from '../model/path.ts'
import type { Rule } from '../model/rules.ts'
import { type LocatedValue, locate } from '../model/walk.ts'
import type { CallFormatIssue } from './call-format-error.ts'
import { describeValue } from './describe-value.ts'
import { findProblems } from './find-problems.ts'
import { fixOfBody, passParsedJson } from './fix-of-body.ts'
import { type CheckMode, isComplete } from './mode.ts'
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
    const parent = path.length === 0 ? undefined : locate(name, body, path.slice(0, -1))
    issues.push(issueAt(name, rule, path, located, parent, mode))
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
  parent: LocatedValue | undefined,
  mode: CheckMode,
): CallFormatIssue {
  const { type, value, requiredBy, provenance, origin } = located
  const isNeeded =
    typeof path.at(-1) === 'number' || (requiredBy !== undefined && isComplete(requiredBy, mode))
  return {
    path: pathText(path),
    rule,
    expected: rule === 'not-declared' ? 'no such property' : expectedValue(located),
    found: type.kind === 'object' && typeof value === 'string' ? 'a string' : describeValue(value),
    fix:
      path.length === 0
        ? fixOfBody(name, value)
        : (referencesFix(value) ??
          spellingFix(rule, path, parent) ??
          fixFor(rule, located, name, isNeeded ? 'Fix the value.' : fixOrLeaveOut)),
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

/** Returns how to fix a value. `fix` is for the rules that have no fix of their own, and `body` the type of the body. */
function fixFor(rule: Rule, { type, value }: LocatedValue, body: string, fix: string): string {
  switch (rule) {
    case 'missing':
      return 'Add it.'
    case 'null':
      return type.kind === 'collection' ? 'Use [] for an empty collection.' : 'Replace it with a value.'
    case 'documented-only-member':
      return type.kind === 'enum' ? `Replace it: it is ${enumType(type.name).disputed?.[String(value)]}.` : ''
    case 'not-a-member':
      return type.kind === 'enum' ? memberFix(type.name, String(value), body, fix) : ''
    case 'wrong-odata-type':
      return type.kind === 'odata-type' && derivedTypesOf(type.of).length > 0
        ? 'Set it to the type of the object, because the type determines the properties.'
        : 'Fix the value or leave it out.'
    case 'wrong-format':
      return type.kind === 'string' && type.format ? formatFixes[type.format] : ''
    case 'not-declared':
      return 'Fix the name or leave the property out: the strict schema accepts only declared properties.'
    default:
      return fix
  }
}

/** Returns how to fix a list with references, as `ReferenceHandler.Preserve` of .NET writes it. */
function referencesFix(value: unknown): string | undefined {
  const $values = isObject(value) ? Reflect.get(value, '$values') : undefined
  return Array.isArray($values)
    ? `A .NET serializer wrote this list with references ($values). ${passReceivedJson}`
    : undefined
}

/** Returns how to fix the name of a property in another case, such as PascalCase or snake_case. */
function spellingFix(rule: Rule, path: Path, parent: LocatedValue | undefined): string | undefined {
  const key = path.at(-1)
  if (typeof key !== 'string' || !parent) return undefined
  if (rule === 'missing' && isObject(parent.value)) {
    const others = Object.keys(parent.value).filter((each) => each !== key)
    const found = spellingOf(key, others)
    return found && `Graph spells it "${key}", not "${found}". ${passReceivedJson}`
  }
  if (rule !== 'not-declared' || parent.type.kind !== 'object') return undefined
  const meant = spellingOf(key, propertyNamesOf(parent.type.name))
  return meant && `Graph spells it "${meant}".`
}

/** Returns how to fix a string that is not a member of an enum. `fix` is for an enum that has no unknown members. */
export function memberFix(name: string, value: string, body: string, fix = fixOrLeaveOut): string {
  const { members } = enumType(name)
  const meant = spellingOf(value, members)
  if (meant) return `Graph spells it "${meant}".`
  if (!members.includes('unknownFutureValue') || !/^[a-z]\w*$/i.test(value)) return fix
  const hint = 'Graph sends "unknownFutureValue" for members that the client does not know.'
  return body === 'call'
    ? `${hint} If your client sends "Prefer: include-unknown-enum-members", use callSchemaWithUnknownEnumMembers.`
    : hint
}

const fixOrLeaveOut = 'Fix the value or leave the property out.'
