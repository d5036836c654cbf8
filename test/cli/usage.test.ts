import { describe, expect, test } from 'vitest'
import { showsColors } from '../../src/cli/process-output.ts'
import { runCommand } from './run-command.ts'

describe('help and version', () => {
  test.each([[['--help']], [['serve', '--help']], [['generate', '--help']], [['validate', '--help']]])(
    '%j',
    async (argv) => {
      const { exit, out, err } = runCommand(...argv)
      expect(await exit).toBe(0)
      expect(out()).toMatchSnapshot()
      expect(err()).toBe('')
    },
  )

  test('every command has help with an example', async () => {
    const { exit, out } = runCommand('completion', 'bash')
    expect(await exit).toBe(0)
    const paths = [...out().matchAll(/^ {6}'([\w -]+)'\) words='/gm)].map(([, path = '']) => path)
    expect(paths).toEqual(expect.arrayContaining(['generate', 'contract lint', 'export openapi']))
    for (const path of paths) {
      const { exit, out, err } = runCommand(...path.split(' '), '--help')
      expect({ exit: await exit, err: err() }).toEqual({ exit: 0, err: '' })
      expect(out(), path).toMatch(/^Examples?:\n {2}\$ .*graph-call-testkit /m)
    }
  })

  test.each([[['anonymize']], [['export', 'fixtures']]])(
    'help of %j says which option is required',
    async (argv) => {
      const { exit, out } = runCommand(...argv, '--help')
      expect(await exit).toBe(0)
      expect(out()).toMatch(/--out <\w+> [^-]*\(required\)/)
    },
  )

  test('colors need a terminal that shows them', () => {
    const terminal = { isTTY: true }
    expect(showsColors(terminal, {})).toBe(true)
    expect(showsColors(terminal, { NO_COLOR: '1' })).toBe(false)
    expect(showsColors(terminal, { TERM: 'dumb' })).toBe(false)
    expect(showsColors({}, {})).toBe(false)
  })

  test('--version', async () => {
    const { exit, out } = runCommand('--version')
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
  [['serve', '--port', 'x'], /'x' is invalid. Expected an integer from 0 to 65535/],
  [['serve', '--port', '65536'], /65535/],
  [['serve', '--port', '-1'], /65535/],
  [['serve', '--token', ''], /Invalid --token: it is empty, or contains a space/],
  [['serve', '--calls', ''], /'--calls <dir>' argument '' is invalid\. Expected a value/],
  [
    ['contract', 'merge', 'pacts', '--dir', ''],
    /'--dir <directory>' argument '' is invalid\. Expected a value/,
  ],
  [['contract', 'publish', '--branch', ''], /'--branch <branch>' argument '' is invalid\. Expected a value/],
  [
    ['contract', 'lint', '--ignore', 'exact-value', '--ignore', ''],
    /'--ignore <rule>' argument '' is invalid/,
  ],
  [['contract', 'lint', 'pacts', ''], /argument 'paths' is empty\. Expected a value/],
  [['export', 'openapi', '--version', '3.1'], /unknown option '--version'/],
  [['serve', '--synthetic', 'x'], /'x' is invalid. Expected an integer such as 42/],
  [['serve', '--synthetic', '1.5'], /'1.5' is invalid. Expected an integer/],
  [['serve', '--synthetic='], /Expected an integer/],
  [['serve', '--synthetic', '99999999999999999'], /Expected an integer/],
  [['serve', '--latency', '40ms'], /'40ms' is invalid. Expected a number of milliseconds such as 40/],
  [['serve', '--latency', '-1'], /Expected a number of milliseconds/],
  [['serve', '--latency', '2147483648'], /Expected a number of milliseconds/],
  [['serve', '--latency'], /argument missing/],
  [
    ['serve', '--throttle', '100'],
    /'100' is invalid. Expected a number of requests and of seconds such as 5000/,
  ],
  [['serve', '--throttle', '0/1'], /Expected a number of requests and of seconds/],
  [['serve', '--throttle', '5/0'], /Expected a number of requests and of seconds/],
  [['serve', '--throttle', '5/1s'], /Expected a number of requests and of seconds/],
  [['serve', '--log', 'xml'], /Allowed choices are pretty, json/],
])('%j exits with 2 and prints a message on stderr', async (argv, message) => {
  const { exit, out, err } = runCommand(...argv)
  expect(await exit).toBe(2)
  expect(err()).toMatch(message)
  expect(out()).toBe('')
})
