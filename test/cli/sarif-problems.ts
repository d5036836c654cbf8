import { Ajv2020 } from 'ajv/dist/2020.js'

const text = { type: 'string', minLength: 1 }
const position = { type: 'integer', minimum: 1 }
const message = objectOf({ text })

function objectOf(
  required: Readonly<Record<string, object>>,
  optional: Readonly<Record<string, object>> = {},
) {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  }
}

const listOf = (items: object) => ({ type: 'array', items })

/** Properties of a SARIF log that this package writes, as SARIF defines them. Source: OASIS SARIF 2.1.0, section 3. */
const log = objectOf(
  {
    version: { const: '2.1.0' },
    runs: listOf(
      objectOf(
        {
          tool: objectOf({
            driver: objectOf({
              name: text,
              version: text,
              rules: listOf(objectOf({ id: text, shortDescription: message })),
            }),
          }),
          results: listOf(
            objectOf({
              ruleId: text,
              ruleIndex: { type: 'integer', minimum: 0 },
              level: { enum: ['none', 'note', 'warning', 'error'] },
              message,
              locations: listOf(
                objectOf({
                  physicalLocation: objectOf({
                    artifactLocation: objectOf({ uri: { type: 'string', pattern: '^[^ \\\\]+$' } }),
                    region: objectOf({ startLine: position }, { startColumn: position }),
                  }),
                }),
              ),
            }),
          ),
        },
        { columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] } },
      ),
    ),
  },
  { $schema: { type: 'string', pattern: '^https://' } },
)

/** Part of a SARIF log with the rules and the results. */
interface SarifLog {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[]
  }[]
}

const ajv = new Ajv2020({ allErrors: true })
const isSarif = ajv.compile<SarifLog>(log)

/** Returns the problems of a SARIF log: values that do not have the shape, and results whose rule is not in the list of rules. */
export function sarifProblems(value: unknown): readonly string[] {
  if (!isSarif(value)) return [ajv.errorsText(isSarif.errors)]
  return value.runs.flatMap(({ tool, results }) =>
    results
      .filter(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id !== ruleId)
      .map(({ ruleId }) => `${ruleId} is not at its index in the rules`),
  )
}
