import { invalidValue } from './invalid-value.ts'

/**
 * @param member - property of a tenant that the caller uses
 * @throws TypeError if the value is not a tenant
 */
export function checkTenant(tenant: unknown, member = 'reset'): void {
  if (typeof tenant === 'object' && tenant !== null && Reflect.get(tenant, member) !== undefined) return
  throw invalidValue('tenant', tenant, 'the result of createTenant')
}
