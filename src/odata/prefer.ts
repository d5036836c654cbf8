/** Whether a `Prefer` asks for something. Source: RFC 7240, 2: preferences are parted by commas, and written in any case. */
export function prefers(prefer: string | null, preference: string): boolean {
  if (prefer === null) return false
  return prefer.split(',').some((written) => written.split(/[;=]/)[0]?.trim().toLowerCase() === preference)
}
