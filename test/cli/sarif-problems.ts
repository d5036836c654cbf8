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

const validate = new Ajv2020({ allErrors: true }).compile(log)

/** Returns the problems of a SARIF log: values that do not have the shape, and results whose rule is not in the list of rules. */
export function sarifProblems(value: ReturnType<typeof JSON.parse>): readonly string[] {
  if (!validate(value))
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  return value.runs.flatMap(({ tool, results }: typeof value) =>
    results
      .filter(({ ruleId, ruleIndex }: typeof value) => tool.driver.rules[ruleIndex]?.id !== ruleId)
      .map(({ ruleId }: typeof value) => `${ruleId} is not at its index in the rules`),
  )
}
