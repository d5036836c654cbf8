import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { inject, onTestFinished } from 'vitest'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))

/** A fresh folder outside the repository, as a stranger has it; it goes when the test ends. */
export async function freshProject(files: Readonly<Record<string, string>> = {}): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'graph-call-testkit-project-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const project = new Project(folder)
  await project.write({
    'package.json': JSON.stringify({ name: 'stranger', private: true, type: 'module' }),
    ...files,
  })
  return project
}

class Project {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  async write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(this.folder, name)), { recursive: true })
      await writeFile(join(this.folder, name), text)
    }
  }

  /** The packed package, and of the rest just what is named, with what it depends on: copies of what this repository has. */
  async unpack(packages: readonly string[]): Promise<void> {
    const ours = join(this.folder, 'node_modules/graph-call-testkit')
    await mkdir(ours, { recursive: true })
    await this.run('tar', ['xzf', inject('tarball'), '--strip-components=1', '-C', ours])
    for (const name of packages) await this.#copy(name, join(this.folder, 'node_modules'))
  }

  /** What the package depends on goes below it, so that nothing finds it but the package. */
  async #copy(name: string, folder: string, below = join(folder, name, 'node_modules')): Promise<void> {
    const copy = join(folder, name)
    if (existsSync(copy)) return
    await cp(join(root, 'node_modules', name), copy, { recursive: true })
    const { dependencies = {} } = JSON.parse(await readFile(join(copy, 'package.json'), 'utf8'))
    for (const dependency of Object.keys(dependencies)) {
      // Where two versions are needed, npm puts one of them below the package that wants it: it has come along.
      if (!existsSync(join(copy, 'node_modules', dependency))) await this.#copy(dependency, below, below)
    }
  }

  /** The packed package with its dependencies, as a stranger installs it. */
  async install(): Promise<void> {
    await this.run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', inject('tarball')])
  }

  async readJson(path: string): Promise<unknown> {
    return JSON.parse(await readFile(join(this.folder, path), 'utf8'))
  }

  /** What a program prints; where it fails, an error with all that it printed. */
  async run(command: string, args: readonly string[], env = process.env): Promise<string> {
    const { stdout, stderr } = await run(command, args, { cwd: this.folder, encoding: 'utf8', env }).catch(
      (failure: { stdout?: string; message?: string }) => {
        throw new Error(`${failure.message}\n${failure.stdout}`, { cause: failure })
      },
    )
    return stdout + stderr
  }

  esm(code: string): Promise<string> {
    return this.run(process.execPath, ['--input-type=module', '--eval', code])
  }

  commonjs(code: string): Promise<string> {
    return this.run(process.execPath, ['--input-type=commonjs', '--eval', code])
  }

  /** This repository's compilers, on the files of the project. */
  compile(typescript: 'typescript' | 'typescript-6', options: readonly string[]): Promise<string> {
    return this.run(process.execPath, [join(root, 'node_modules', typescript, 'bin/tsc'), ...options])
  }
}
