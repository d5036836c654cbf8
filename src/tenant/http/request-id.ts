/** Returns a GUID that contains the number of the request: the same requests to a new tenant get the same ids. */
export function requestIdOf(count: number): string {
  return `7e57da7a-0000-4000-8000-${count.toString(16).padStart(12, '0')}`
}
