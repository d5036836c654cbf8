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
  [['serve', '--log', 'xml'], /Allowed choices are pretty, json/],
])('it cannot run with %j, and says why on stderr', async (argv, message) => {
  const { exit, out, err } = type(...argv)
  expect(await exit).toBe(2)
  expect(err()).toMatch(message)
  expect(out()).toBe('')
})
