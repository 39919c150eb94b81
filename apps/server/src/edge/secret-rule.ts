import { passwordFaults } from "@termwise/core/access";

const leastBytes = 32;

/** Words that secrets in examples, defaults and tests are made of. */
const placeholders = [
  "changeme",
  "change",
  "replace",
  "secret",
  "password",
  "default",
  "example",
  "insecure",
  "random",
  "string",
  "please",
  "better",
  "auth",
  "your",
  "here",
  "test",
  "with",
  "openssl",
  "rand",
  "base64",
  "bytes",
  "characters",
  "long",
];

/** Why a text must not sign anything, in words, or nothing when it may. */
export function secretFault(secret: string): string | null {
  if (Buffer.byteLength(secret) < leastBytes) return `is shorter than ${leastBytes} bytes`;
  const faults = passwordFaults(secret.slice(0, 128), { name: placeholders.join(" ") });
  if (faults.includes("own_words")) return "looks like an example, not like a secret";
  if (faults.includes("repeated") || repeats(secret)) return "repeats the same characters";
  if (faults.includes("sequence")) return "is a sequence of characters";
  return faults.includes("unreadable") ? "holds characters that cannot be written" : null;
}

function repeats(secret: string): boolean {
  return new Set(secret).size < 8 || (secret + secret).indexOf(secret, 1) < secret.length;
}
