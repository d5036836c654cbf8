import { expect, test } from 'vitest'
import { contractStatus, lintPacts, mergePacts, publishPacts, verifyPacts } from '../../../contracts/index.ts'

// JavaScript has no types that reject these arguments.
const text: string = JSON.parse('"pacts"')
const functions: Readonly<Record<string, (paths: never) => Promise<unknown>>> = {
  lintPacts,
  verifyPacts,
  publishPacts,
  contractStatus,
  mergePacts: (directories) => mergePacts(directories, 'pacts'),
}

test.each(Object.entries(functions))('%s rejects a path in place of a list', async (_, call) => {
  await expect(Reflect.apply(call, undefined, [text])).rejects.toThrow(
    /^Invalid (paths|directories): "pacts"\. Expected an array, such as \["pacts"\]\.$/,
  )
  await expect(Reflect.apply(call, undefined, [[42]])).rejects.toThrow(
    /^Invalid (paths|directories)\[0\]: 42\. Expected a path, such as "pacts"\.$/,
  )
})

test('mergePacts rejects a missing directory', async () => {
  await expect(Reflect.apply(mergePacts, undefined, [['pacts']])).rejects.toThrow(
    'Invalid dir: nothing. Expected a path, such as "pacts".',
  )
})

test('lintPacts rejects a rule that does not exist', async () => {
  const options = JSON.parse('{ "ignore": ["exact-valu"] }')
  const path = new URL('../../../contracts/pacts', import.meta.url).pathname
  await expect(lintPacts([path], options)).rejects.toThrow(
    'Invalid ignore: "exact-valu". Nearest: exact-value. Expected one of other-request, ',
  )
})
