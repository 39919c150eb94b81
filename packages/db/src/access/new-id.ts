import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** 24 random letters and digits: 142 bits, which nobody guesses and no two share. */
export function randomText(length = 24): string {
  // Bytes beyond the last whole multiple of 62 would favour the first letters.
  const letters: string[] = [];
  while (letters.length < length)
    for (const byte of randomBytes(length)) {
      if (byte < 248 && letters.length < length) letters.push(alphabet[byte % 62] ?? "0");
    }
  return letters.join("");
}
