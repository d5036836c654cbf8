/**
 * Returns the URL in a text, or undefined if the text is not a URL. `URL.canParse` of Node 20 sometimes rejects a URL with
 * characters outside ASCII, once it is optimized.
 */
export function parseUrl(text: string, base?: URL): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}
