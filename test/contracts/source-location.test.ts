import { expect, onTestFinished, test } from 'vitest'
import { callerLocation, locationText } from '../../contracts/define/source-location.ts'

const locate = () => callerLocation(locate)

test('finds the line of the caller', () => {
  expect(locationText(locate())).toBe('test/contracts/source-location.test.ts:7')
})

test('is unknown if Error.prepareStackTrace returns a list', () => {
  const before = Error.prepareStackTrace
  onTestFinished(() => {
    Error.prepareStackTrace = before
  })
  Error.prepareStackTrace = (_, frames) => frames
  const location = locate()
  Error.prepareStackTrace = before
  expect(location).toMatchObject({ file: '', line: 0 })
  expect(locationText(location)).toBe('an unknown location')
})
