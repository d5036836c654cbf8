import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { lintPacts } from '../../../contracts/index.ts'

test('lintPacts rejects a rule that does not exist', async () => {
  const options = JSON.parse('{ "ignore": ["exact-valu"] }')
  const path = fileURLToPath(new URL('../../../contracts/pacts', import.meta.url))
  await expect(lintPacts([path], options)).rejects.toThrow(
    'Invalid ignore: "exact-valu". Nearest: exact-value. Expected one of other-request, ',
  )
})
