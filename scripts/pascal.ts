/** Capitalizes the first letter of a name: `callState` becomes `CallState`. */
export const pascal = (name: string) => name[0]?.toUpperCase() + name.slice(1)
