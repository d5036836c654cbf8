/** The ways in which a value can break the description. A problem that a reading finds, and a fault that a generator makes, has one of these names. */
export const rules = {
  'wrong-type': 'a value of another JSON type than the description has',
  missing: 'a required property is absent',
  null: 'null where the description does not allow it',
  'not-a-member': 'a string that is no member of the enum',
  'documented-only-member': 'an enum member that only the documentation lists',
  'wrong-odata-type': 'an `@odata.type` that is not one of those the description allows here',
  'wrong-format': 'a string that does not have the format of its property',
  'not-declared': 'a property that neither the documentation nor the metadata declares',
  'error-body': 'the body of an error where a call should be',
  'not-json': 'something that JSON cannot hold: a Promise, a Response, a Buffer',
} as const

/** The name of a rule of the description, e.g. `'not-a-member'`. */
export type Rule = keyof typeof rules
