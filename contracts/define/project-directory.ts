import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'

/**
 * Returns a warning if a directory of pacts is outside the project: usually because an example was copied into a file at the
 * root of the project. A project is a directory with a package.json above the file, or above the working directory.
 *
 * @param file - file with the definition
 */
export function outsideProjectWarning(dir: string, file: string): string | undefined {
  const isKnown = isAbsolute(file)
  const from = isKnown ? dirname(file) : process.cwd()
  const projects = [...projectsAbove(from), ...projectsAbove(process.cwd())]
  const [project] = projects
  if (project === undefined || projects.some((each) => isInside(dir, each))) return undefined
  // A path such as `../pacts` leads next to the project. A directory elsewhere was chosen on purpose.
  if (!projects.some((each) => isInside(dir, dirname(each)))) return undefined
  const definition = isKnown ? file : 'the file with the definition'
  return `The pact will be written to ${dir}, which is outside the project ${project}. Move ${definition} to a directory such as ${join(project, 'test')}, or change dir: new URL('../pacts/', import.meta.url) is relative to the file.`
}

/** Returns the directories with a package.json, the nearest first. */
export function projectsAbove(directory: string): string[] {
  const parent = dirname(directory)
  const above = parent === directory ? [] : projectsAbove(parent)
  return existsSync(join(directory, 'package.json')) ? [directory, ...above] : above
}

function isInside(path: string, directory: string): boolean {
  const steps = relative(directory, path)
  return steps !== '..' && !steps.startsWith(`..${sep}`) && !isAbsolute(steps)
}
