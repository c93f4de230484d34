/** JSON as this library writes it: two spaces, one final line feed, keys in the order given. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The same in pure ASCII, for what a server reads: Windows PowerShell guesses at the encoding of a file without a BOM. */
export function asciiJsonText(value: unknown): string {
  return jsonText(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
