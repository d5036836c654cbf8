import { commandFigures } from './command.ts'
import { contractFigures } from './contracts.ts'
import { conversationFigures } from './conversations.ts'
import { generatorFigures } from './generators.ts'
import { hostileRequestFigures } from './hostile-requests.ts'
import { lintFigures } from './lint.ts'
import { type Figure, showFigures } from './measure.ts'
import { scaleFigures } from './scale.ts'
import { schemaFigures } from './schema.ts'
import { shrinkingFigures } from './shrinking.ts'
import { startFigures } from './start.ts'
import { tenantFigures } from './tenant.ts'

/** `npm run bench`: measures every figure that has a goal. `-- --json` prints JSON. */
const figures: Figure[] = [
  ...schemaFigures(),
  ...generatorFigures(),
  ...shrinkingFigures(),
  ...startFigures(),
  ...commandFigures(),
  ...(await contractFigures()),
  ...(await lintFigures()),
  ...(await tenantFigures()),
  ...(await conversationFigures()),
  ...scaleFigures(),
  ...(await hostileRequestFigures()),
]

showFigures(figures)
