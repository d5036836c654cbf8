/** Formats a number of things: `1 call`, `2 calls`. */
export const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`
