import { generatorFigures } from './generators.ts'
import type { Figure } from './measure.ts'
import { schemaFigures } from './schema.ts'
import { startFigures } from './start.ts'

/** `npm run bench`: every figure that the package promises, measured here and now. `-- --json` for machines. */
const figures: Figure[] = [...schemaFigures(), ...generatorFigures(), ...startFigures()]

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(figures, null, 2))
} else {
  console.table(
    figures.map(({ name, value, unit, goal, reached }) => ({
      figure: name,
      value: `${value.toPrecision(3)} ${unit}`,
      goal,
      reached: reached ? 'yes' : 'NO',
    })),
  )
}
