/**
 * Characters that change how a terminal or an editor shows the text around them: control characters, line separators,
 * characters that change the direction of text, invisible characters, and halves of surrogate pairs.
 *
 * Source: Unicode general categories Cc, Cf, Cs, Zl and Zp.
 */
const unprintableCategories = '\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}'

let unprintablePattern: RegExp | undefined

/** Returns the pattern of these characters. Not a literal: Node would look up the categories when it loads this module. */
function unprintable(): RegExp {
  unprintablePattern ??= new RegExp(`[${unprintableCategories}]`, 'gu')
  return unprintablePattern
}

/** Joins the characters of an emoji. It is in category Cf, but does not change the text around it. */
const joiner = '\u200D'

/** Start of a command to a CI service: at the start of a line for GitHub, anywhere for Azure Pipelines and older runners. */
const command = /^(\s*):(?=:)|#(?=#(?:vso)?\[)/gi

/**
 * Makes a text that others wrote safe to print on one line. Escapes characters that a terminal would obey, and commands that
 * a CI service would run: a line break becomes `\n`, and `::error::` becomes `\x3a:error::`.
 */
export function printable(text: string): string {
  return text
    .replace(unprintable(), (character) => (character === joiner ? character : escaped(character)))
    .replace(command, (match) => match.replace(/[:#]/, (character) => `\\x${hex(character, 2)}`))
}

/** Does the same as {@link printable} for each line of a text, and keeps the line breaks. */
export function printableLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => printable(line.replaceAll('\t', '  ')))
    .join('\n')
}

/**
 * Formats a value as JSON that is safe to print: the same JSON, in which a terminal and a CI service find nothing to obey.
 *
 * @param indent - number of spaces for each level. 0 for one line
 */
export function printableJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent)
    .replace(/#(?=#(?:vso)?\[)/gi, '\\u0023')
    .replace(unprintable(), (character) => (character === '\n' ? character : codeUnits(character)))
}

function codeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escaped(character: string): string {
  return names[character] ?? `\\u{${hex(character, 1)}}`
}

function hex(character: string, digits: number): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(digits, '0')
}
