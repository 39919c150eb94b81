import { mostlySequence, unitOf } from "./password-shapes.ts";

/** How many characters (code points) a password has at least and at most, and from how many on it is advised. */
export const passwordLength = { least: 10, advised: 15, most: 128 } as const;

/**
 * What can be wrong with a password, with the words for the person who chose it; the screen and the server say the same.
 * `common` and `breached` are found out by the server, which holds the lists.
 */
export const passwordFaultTexts = {
  too_short: `Use at least ${passwordLength.least} characters; ${passwordLength.advised} or more are better`,
  too_long: `Use at most ${passwordLength.most} characters`,
  unreadable: "Leave out characters that cannot be typed",
  own_words: "Do not build it from your name, your mail address, the workspace's name or Termwise",
  repeated: "Do not repeat the same few characters",
  sequence: "Do not use characters that follow one another, like 12345 or qwerty",
  common: "This is one of the passwords people try first; choose another",
  breached: "This password is known from a leak elsewhere; choose another",
} as const satisfies Record<string, string>;

/** One fault of the closed list {@link passwordFaultTexts}. */
export type PasswordFault = keyof typeof passwordFaultTexts;

/** Words a password may not be mostly made of: what is known about the person who chooses it. */
export interface PasswordOwner {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly workspace?: string | undefined;
}

/**
 * What is wrong with a password by rule alone, in the order of {@link passwordFaultTexts}; empty when nothing is.
 * Length counts code points of the normalised text, as NIST SP 800-63B-4 section 3.1.1.2 asks; no character classes are demanded.
 */
export function passwordFaults(password: string, owner: PasswordOwner): PasswordFault[] {
  const points = [...password.normalize("NFC")];
  const faults: PasswordFault[] = [];
  if (points.length < passwordLength.least) faults.push("too_short");
  if (points.length > passwordLength.most) return [...faults, "too_long"];
  if (/[\0\p{Surrogate}]/u.test(password)) faults.push("unreadable");
  if (points.length === 0) return faults;
  const folded = foldPassword(password);
  if (mostlyOf(folded, ownWords(owner))) faults.push("own_words");
  // A few characters are few of themselves; that they repeat can be told of a whole password only.
  if (points.length >= passwordLength.least && (new Set(folded).size < 5 || [...unitOf(folded)].length <= 4))
    faults.push("repeated");
  if (mostlySequence(folded)) faults.push("sequence");
  return faults;
}

/** A password without differences of case and of typing, for comparing it with words; never for hashing. */
export function foldPassword(password: string): string {
  return password.normalize("NFKC").toLowerCase();
}

const digitsForLetters: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** A folded password with the usual digits and signs that stand for letters read as those letters. */
export function lettersOf(folded: string): string {
  return folded.replace(/[0134570@$!]/g, (sign) => digitsForLetters[sign] ?? sign);
}

/** Whether more than half of a text consists of the words. Longer words are taken out first. */
function mostlyOf(folded: string, words: readonly string[]): boolean {
  return [folded, lettersOf(folded)].some((text) => {
    let rest = text;
    for (const word of words) rest = rest.replaceAll(word, "");
    return [...rest].length * 2 < [...text].length;
  });
}

function ownWords({ name = "", email = "", workspace = "" }: PasswordOwner): string[] {
  const given = ["termwise", name, email, workspace].map(foldPassword);
  const parts = given.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  const joined = given.map((text) => text.replace(/[^\p{L}\p{N}]+/gu, ""));
  const words = [...parts, ...joined].filter((word) => [...word].length >= 3);
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}
