export { anyCall } from './call.ts'
