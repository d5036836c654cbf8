import { type Explanation, explanations } from 'graph-call-testkit/explain'
import { fixtures, notifications, operations } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'
import { actions } from '../../src/model/actions/index.ts'
import { assumptions } from '../../src/model/assumptions/index.ts'
import { absentIn, changes } from '../../src/model/changes.ts'
import { disagreements } from '../../src/model/disagreements.ts'
import { enumType, enumTypes, objectType, objectTypes } from '../../src/model/index.ts'
import { knownBehavior } from '../../src/model/known-behavior.ts'
import { sourcesIn } from '../../src/model/sources.ts'

const all = explanations()
const byKind = (kind: Explanation['kind']) => all.filter((each) => each.kind === kind).map(({ name }) => name)
const names = new Set(all.map(({ name }) => name))

/** Returns the explanations that do not fulfill a condition. */
const without = (condition: (explanation: Explanation) => boolean) =>
  all.filter((each) => !condition(each)).map(({ kind, name, source }) => `${kind} ${name}: ${source}`)

describe('everything in the model has an explanation', () => {
  test.each([
    ['type', Object.keys(objectTypes)],
    ['enum', Object.keys(enumTypes)],
    [
      'property',
      Object.keys(objectTypes).flatMap((name) =>
        Object.keys(objectType(name).properties).map((key) => `${name}.${key}`),
      ),
    ],
    [
      'member',
      Object.keys(enumTypes).flatMap((name) => {
        const { members, alsoReceived = [], disputed = {} } = enumType(name)
        return [...members, ...alsoReceived, ...Object.keys(disputed)].map((member) => `${name}.${member}`)
      }),
    ],
    ['action', actions.map(({ name }) => name)],
    [
      'parameter',
      actions.flatMap(({ name, parameters = {} }) => Object.keys(parameters).map((key) => `${name}.${key}`)),
    ],
    ['fixture', [...Object.keys(fixtures), ...Object.keys(operations)]],
    ['notification', Object.keys(notifications)],
    ['behavior', [...knownBehavior, ...assumptions].map(({ topic }) => topic)],
  ] as const)('%s', (kind, expected) => {
    expect(expected.length).toBeGreaterThan(0)
    expect(byKind(kind)).toEqual(expected)
  })

  test('errors and results', () => {
    expect(byKind('error')).toEqual(
      expect.arrayContaining(['8522', '7504', 'TooManyRequests', 'AADSTS7000215']),
    )
    expect(byKind('result')).toEqual(expect.arrayContaining(['200/7015', '408/8537', '400/8508', '500/7700']))
  })
})

test('each has a provenance', () => {
  expect(without(({ provenance }) => provenance.length > 0)).toEqual([])
})

test('each has a source that a person can open', () => {
  expect(
    without(({ sources }) => sources.length > 0 && sources.every(({ url }) => URL.canParse(url))),
  ).toEqual([])
})

test('each provenance has a source of its kind', () => {
  // Strings in a result are documented, but only the tolerant schema accepts them, as it does with what is reported.
  const exceptions = ['result-codes-as-text']
  expect(
    without(
      ({ name, provenance, sources }) =>
        exceptions.includes(name) ||
        provenance.includes('assumed') ||
        provenance.every((kind) => sources.some((source) => source.provenance === kind)),
    ),
  ).toEqual([])
})

test('metadata is named with its type or action', () => {
  const vague = all.flatMap(({ name, sources }) =>
    sources
      .filter(({ text }) => text.startsWith('$metadata') && !/^\$metadata v1\.0, \w+/.test(text))
      .map(() => name),
  )
  expect(vague).toEqual([])
})

test('each is described in words', () => {
  expect(without(({ description }) => /^\S.*\.$/s.test(description))).toEqual([])
})

test('a source is missing if a text names none', () => {
  expect(sourcesIn('bodies of somebody')).toEqual([])
})

test('disagreements name things that exist, and findable sources of the right kind', () => {
  for (const { topic, subjects, documented, metadata, reported } of disagreements) {
    expect(
      subjects.filter((subject) => !names.has(subject)),
      topic,
    ).toEqual([])
    const claims = Object.entries({ documented, metadata, reported }).flatMap(([kind, claim]) =>
      claim ? [{ kind, origin: claim.origin }] : [],
    )
    expect(claims.length, topic).toBeGreaterThan(0)
    for (const { kind, origin } of claims) {
      expect(
        sourcesIn(origin).map(({ provenance }) => String(provenance)),
        `${topic}: ${origin}`,
      ).toContain(kind)
    }
  }
})

test('assumptions and known behavior are about things that exist', () => {
  const about = [...assumptions, ...knownBehavior].flatMap((each) => each.about)
  expect(about.filter((name) => !names.has(name) && !names.has(`AADSTS${name}`))).toEqual([])
})

test('changes and clouds are about things that exist', () => {
  const subjects = [...changes.flatMap((change) => change.subjects), ...Object.values(absentIn).flat()]
  expect(subjects.filter((name) => !names.has(name))).toEqual([])
})
