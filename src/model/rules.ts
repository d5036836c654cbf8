/** Rules of the model that a value can violate. Issues of the schemas and generated faults use these names. */
export const rules = {
  'wrong-type': 'a value of another JSON type than the model declares',
  missing: 'a required property is missing',
  null: 'null although the property is not nullable',
  'not-a-member': 'a string that is not a member of the enum',
  'documented-only-member': 'an enum member that is in the documentation, but not in the metadata',
  'wrong-odata-type': 'an `@odata.type` that the declared type does not allow',
  'wrong-format': 'a string in another format than the property requires',
  'not-declared': 'a property that neither the documentation nor the metadata declares',
  'not-a-call': 'another body instead of a call, such as an error, a list or a notification',
  'not-notifications': 'another body instead of notifications, such as a call or a list',
  'not-json': 'a value that JSON cannot represent, such as a Promise, a Response or a Buffer',
} as const

/**
 * Name of a rule of the model, for example `'not-a-member'`.
 *
 * @example
 * ```ts
 * const rule: Rule = 'not-a-member'
 * ```
 */
export type Rule = keyof typeof rules
