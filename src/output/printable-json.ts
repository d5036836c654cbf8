/**
 * Characters that change how a terminal shows the text around them, and that JSON allows in a string.
 *
 * Source: Unicode general categories Cc, Cf, Cs, Zl and Zp.
 */
const unprintable = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Start of a command to Azure Pipelines, which it finds anywhere in a line. */
const command = /#(?=#(?:vso)?\[)/gi

/** Formats a value as JSON that is safe to print: the same value, with escapes in its texts. */
export function printableJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(unprintable, escaped).replace(command, escaped)}\n`
}

function escaped(text: string): string {
  return text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
