import { describe, expect, test } from 'vitest'
import { type } from './terminal.ts'

describe('what the command says of itself', () => {
  test.each([[['--help']], [['serve', '--help']]])('%j', async (argv) => {
    const { exit, out, err } = type(...argv)
    expect(await exit).toBe(0)
    expect(out()).toMatchSnapshot()
    expect(err()).toBe('')
  })

  test('its version', async () => {
    const { exit, out } = type('--version')
    expect(await exit).toBe(0)
    expect(out()).toBe('1.2.3\n')
  })
})

test.each([
  [[], /Usage: graph-call-testkit/],
  [['sreve'], /unknown command 'sreve'[\s\S]*Did you mean serve\?/],
  [['serve', '--prot', '1'], /unknown option '--prot'[\s\S]*Did you mean --port\?/],
  [['serve', 'here'], /too many arguments/],
  [['serve', '--port'], /argument missing/],
  [['serve', '--port', 'x'], /'x' is invalid. It is a whole number up to 65535/],
  [['serve', '--port', '65536'], /65535/],
  [['serve', '--port', '-1'], /65535/],
  [['serve', '--token', ''], /A token is not empty/],
  [['serve', '--synthetic', 'x'], /'x' is invalid. It is a whole number, such as 42/],
  [['serve', '--synthetic', '1.5'], /'1.5' is invalid. It is a whole number/],
  [['serve', '--synthetic='], /It is a whole number/],
  [['serve', '--synthetic', '99999999999999999'], /It is a whole number/],
  [['serve', '--latency', '40ms'], /'40ms' is invalid. It is a number of milliseconds, such as 40/],
  [['serve', '--latency', '-1'], /It is a number of milliseconds/],
  [['serve', '--latency', '2147483648'], /It is a number of milliseconds/],
  [['serve', '--latency'], /argument missing/],
  [
    ['serve', '--throttle', '100'],
    /'100' is invalid. It is how many requests in how many seconds, such as 5000/,
  ],
  [['serve', '--throttle', '0/1'], /It is how many requests/],
  [['serve', '--throttle', '5/0'], /It is how many requests/],
  [['serve', '--throttle', '5/1s'], /It is how many requests/],
  [['serve', '--log', 'xml'], /Allowed choices are pretty, json/],
])('it cannot run with %j, and says why on stderr', async (argv, message) => {
  const { exit, out, err } = type(...argv)
  expect(await exit).toBe(2)
  expect(err()).toMatch(message)
  expect(out()).toBe('')
})
