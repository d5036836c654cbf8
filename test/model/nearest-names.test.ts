import { expect, test } from 'vitest'
import { nearestNames } from '../../src/model/nearest-names.ts'

test.each([
  ['peer', ['mute', 'group', 'incoming-peer-to-peer', 'peer-to-peer'], 'peer-to-peer'],
  ['THROTTLE', ['throttled-twice', 'throttled', 'group'], 'throttled'],
  ['grup', ['mute', 'group'], 'group'],
  ['is', ['participants', 'id'], 'id'],
])('the name that is most similar to %s is a short one that contains it', (word, names, nearest) => {
  expect(nearestNames(word, names)[0]).toBe(nearest)
})

test('a name occurs once', () => {
  expect(nearestNames('grup', ['mute', 'group', 'mute'])).toEqual(['group', 'mute'])
})
