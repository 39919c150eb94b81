/** A text of JSON or a number of it, whichever comes first. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gs;

/**
 * JSON in which whole numbers that JavaScript cannot hold exactly, as ids of 64 bits, are texts of the same digits: read
 * as numbers, several of them would be the same one. Everything else stays as it is written.
 */
export function exactNumbers(json: string): string {
  if (!/\d{16}/.test(json)) return json;
  return json.replace(token, (found) =>
    /^-?\d{16,}$/.test(found) && !Number.isSafeInteger(Number(found)) ? `"${found}"` : found,
  );
}
