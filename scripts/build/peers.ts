import manifest from '../../package.json' with { type: 'json' }
import type { BuiltFile } from './public-entries.ts'

/**
 * Packages that users also install themselves, and that an entry point imports when it is loaded. Each has what needs it: an entry
 * point, or the package if several entry points do.
 */
export const peers = {
  'fast-check': 'graph-call-testkit/generators',
  msw: 'graph-call-testkit/msw',
  zod: 'graph-call-testkit',
} as const

/**
 * Returns `imports` for package.json. Names such as `#zod` lead to a module that explains how to install the package
 * if it is missing or too old. That module needs a top-level await, so bundlers, which set the condition `module`, and browsers use the package itself.
 */
export function importsOf(packages: object): Record<string, object> {
  return Object.fromEntries(
    Object.keys(packages).map((name) => [
      `#${name}`,
      { module: name, node: `./peers/${name}.js`, default: name },
    ]),
  )
}

/** Returns the names that a module imports from a package, themselves or as properties of its namespace. */
function importedNames(name: string, code: string): string[] {
  const imports = code.matchAll(
    new RegExp(`import\\s*(?:\\{([^}]*)\\}|\\*\\s*as\\s+([\\w$]+))\\s*from\\s*"#${name}"`, 'g'),
  )
  return [...imports].flatMap(([, named = '', namespace]) => {
    if (!namespace) return named.split(',').map((each) => each.trim().split(/\s/)[0] ?? '')
    return [...code.matchAll(/(?<![\w$.])([\w$]+)\.(\w+)/g)].flatMap(([, object, property = '']) =>
      object === namespace ? [property] : [],
    )
  })
}

/** Returns the modules that load a peer, with those of its exports that the ES modules of the package import. */
export async function peerModules(
  name: string,
  needing: string,
  modules: readonly string[],
): Promise<BuiltFile[]> {
  const exported = Object.keys(await import(name))
  const imported = new Set(modules.flatMap((code) => importedNames(name, code)))
  const names = [...imported].filter((each) => exported.includes(each)).sort()
  const missing = `${needing} needs ${name}, which is not installed. Install it: npm install --save-dev ${name}`
  const old = `${needing} needs ${name} ${rangeOf(name)}, but an older version is installed. Update it: npm install --save-dev ${name}@latest`
  const explain = `function explain(cause) {
  const isMissing = /^(?:ERR_)?MODULE_NOT_FOUND$/.test(cause?.code) && cause.message.includes(${JSON.stringify(name)})
  return isMissing ? Object.assign(new Error(${JSON.stringify(missing)}, { cause }), { code: cause.code }) : cause
}
function checked(peer) {
  if (${JSON.stringify(names)}.every((name) => name in peer)) return peer
  throw new Error(${JSON.stringify(old)})
}
`
  return [
    {
      path: `esm/peers/${name}.js`,
      text: `${explain}const peer = await import(${JSON.stringify(name)}).catch((cause) => {
  throw explain(cause)
})
const { ${names.map((each, index) => `${each}: e${index}`).join(', ')} } = checked(peer)
export { ${names.map((each, index) => `e${index} as ${each}`).join(', ')} }
`,
    },
    {
      path: `cjs/peers/${name}.js`,
      text: `${explain}let peer
try {
  peer = require(${JSON.stringify(name)})
} catch (cause) {
  throw explain(cause)
}
module.exports = checked(peer)
`,
    },
  ]
}

/** Returns the versions of a package that this package works with. */
function rangeOf(name: string): string {
  const ranges: Readonly<Record<string, string>> = { ...manifest.dependencies, ...manifest.peerDependencies }
  return ranges[name] ?? ''
}
