import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))

/** Creates an empty project outside the repository. It is deleted after the test, which must not be concurrent. */
export async function freshProject(files: Readonly<Record<string, string>> = {}): Promise<Project> {
  const project = await createProject(files)
  onTestFinished(() => project.remove())
  return project
}

/** Creates a project that all tests of a file share, with the packed package and other packages. Returns a function that returns it. */
export function sharedProject(
  files: Readonly<Record<string, string>> = {},
  packages: readonly string[] = [],
): () => Project {
  let project: Project | undefined
  beforeAll(async () => {
    project = await createProject(files)
    await project.install(packages)
  })
  afterAll(() => project?.remove())
  return () => {
    if (!project) throw new Error('The project does not exist yet. Call the function in a test.')
    return project
  }
}

/** Creates an empty project outside the repository. Call its `remove`. */
export async function createProject(files: Readonly<Record<string, string>> = {}): Promise<Project> {
  const project = new Project(await mkdtemp(join(tmpdir(), 'graph-call-testkit-project-')))
  await project.write({
    'package.json': JSON.stringify({ name: 'fresh-project', private: true, type: 'module' }),
    ...files,
  })
  return project
}

class Project {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true })
  }

  async write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(this.folder, name)), { recursive: true })
      await writeFile(join(this.folder, name), text)
    }
  }

  /** Adds the packed package, and copies of the given packages and their dependencies from this repository. */
  async unpack(packages: readonly string[]): Promise<void> {
    const target = join(this.folder, 'node_modules/graph-call-testkit')
    await mkdir(target, { recursive: true })
    await this.run('tar', ['xzf', inject('tarball'), '--strip-components=1', '-C', target])
    for (const name of packages) await this.#copy(name, join(this.folder, 'node_modules'))
  }

  /** Copies a package. Its dependencies go into its own node_modules, so that no other package can import them. */
  async #copy(name: string, parent: string, nested = join(parent, name, 'node_modules')): Promise<void> {
    const copy = join(parent, name)
    if (existsSync(copy)) return
    await cp(join(root, 'node_modules', name), copy, { recursive: true })
    const { dependencies = {} } = JSON.parse(await readFile(join(copy, 'package.json'), 'utf8'))
    for (const dependency of Object.keys(dependencies)) {
      // A nested version was copied with the package.
      if (!existsSync(join(copy, 'node_modules', dependency))) await this.#copy(dependency, nested, nested)
    }
  }

  /** Installs the packed package with its dependencies, and other packages. */
  async install(packages: readonly string[] = []): Promise<void> {
    const options = ['--no-audit', '--no-fund', '--prefer-offline']
    await this.run('npm', ['install', ...options, inject('tarball'), ...packages])
  }

  async readJson(path: string): Promise<unknown> {
    return JSON.parse(await readFile(join(this.folder, path), 'utf8'))
  }

  /** Runs a program and returns its output. If it fails, the error contains the output. */
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

  /** Runs a compiler of this repository on files of the project. */
  compile(typescript: 'typescript' | 'typescript-6', options: readonly string[]): Promise<string> {
    return this.run(process.execPath, [join(root, 'node_modules', typescript, 'bin/tsc'), ...options])
  }
}
