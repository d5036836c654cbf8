/** Number of elements that a sequence can have: so many words of 32 bits are different. */
export const mostElements = 2 ** 32
