/** Time between the steps in which the service establishes a call, in milliseconds. Source: one report of 0.1 s. */
export const stepMilliseconds = 100
