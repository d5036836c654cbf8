import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const paths = new Map<string, Promise<string>>()

/** Returns the path of a major version of Node. npm installs it once. */
export function nodeOf(version: string): Promise<string> {
  const path = paths.get(version) ?? install(version)
  paths.set(version, path)
  return path
}

async function install(version: string): Promise<string> {
  if (process.versions.node.startsWith(`${version}.`)) return process.execPath
  const command = ['--yes', '--package', `node@${version}`, '--', 'node', '-p']
  const { stdout } = await run('npx', [...command, '[process.version, process.execPath].join(" ")'])
  const [found = '', path = ''] = stdout.trim().split(' ')
  if (!found.startsWith(`v${version}.`)) throw new Error(`Cannot run Node ${version}. npx ran ${found}.`)
  return path
}
