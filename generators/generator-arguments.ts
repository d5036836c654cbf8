export { checkTenant } from '../src/read/check-tenant.ts'
export { invalidValue as invalidArgument } from '../src/read/invalid-value.ts'
