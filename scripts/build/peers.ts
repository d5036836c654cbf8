import type { BuiltFile } from './public-entries.ts'

/** Peer dependencies that an entry point imports when it is loaded, with the name of the entry point. */
export const peers = { 'fast-check': 'generators', msw: 'msw' } as const

/**
 * Returns `imports` for package.json. The names `#fast-check` and `#msw` lead to a module that explains how to install the package
 * if it is missing. That module needs a top-level await, so bundlers, which set the condition `module`, and browsers use the package itself.
 */
export function importsOf(packages: object): Record<string, object> {
  return Object.fromEntries(
    Object.keys(packages).map((name) => [
      `#${name}`,
      { module: name, node: `./peers/${name}.js`, default: name },
    ]),
  )
}

/** Returns the modules that load a peer, with the names that the package exports. */
export async function peerModules(name: string, entry: string): Promise<BuiltFile[]> {
  const names = Object.keys(await import(name)).filter(
    (exported) => exported !== 'default' && exported !== 'module.exports',
  )
  const message = JSON.stringify(
    `graph-call-testkit/${entry} needs ${name}, which is not installed. Install it: npm install --save-dev ${name}`,
  )
  const explain = `function explain(cause) {
  const isMissing = /^(?:ERR_)?MODULE_NOT_FOUND$/.test(cause?.code) && cause.message.includes(${JSON.stringify(name)})
  return isMissing ? Object.assign(new Error(${message}, { cause }), { code: cause.code }) : cause
}
`
  return [
    {
      path: `esm/peers/${name}.js`,
      text: `${explain}const peer = await import(${JSON.stringify(name)}).catch((cause) => {
  throw explain(cause)
})
export const { ${names.join(', ')} } = peer
`,
    },
    {
      path: `cjs/peers/${name}.js`,
      text: `${explain}try {
  module.exports = require(${JSON.stringify(name)})
} catch (cause) {
  throw explain(cause)
}
`,
    },
  ]
}
