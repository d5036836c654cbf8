import { invalidValue } from './invalid-value.ts'

/**
 * @param member - function of a tenant that the caller uses
 * @throws TypeError if the value is not a tenant
 */
export function checkTenant(tenant: unknown, member = 'reset'): void {
  if (typeof tenant === 'object' && tenant !== null && typeof Reflect.get(tenant, member) === 'function')
    return
  throw invalidValue('tenant', tenant, 'the result of createTenant')
}
