import { foldPassword, lettersOf, passwordLength, unitOf } from "@termwise/core/access";

/** What may stand before and after a common password without making another one of it. */
const mostAdded = 6;
let list: Promise<ReadonlySet<string>> | undefined;

/**
 * Whether a password is one of those that people try first: the 49,000 most used of all lengths, as they are, in any
 * case, with signs for letters, twice over, or with a few digits and signs around, as length rules bring them about.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  if (password.length > 2 * passwordLength.most) return false;
  list ??= loadList();
  const known = await list;
  const folded = foldPassword(password);
  return [folded, lettersOf(folded)].some(
    (text) => known.has(text) || known.has(unitOf(text)) || coresOf(text).some((core) => known.has(core)),
  );
}

/** What is left of a text without the digits and signs at its end, or at both ends, when those are few. */
function coresOf(text: string): string[] {
  const cores = [text.replace(/\P{L}+$/u, ""), text.replace(/^\P{L}+|\P{L}+$/gu, "")];
  return cores.filter((core) => core.length >= 4 && text.length - core.length <= mostAdded);
}

/** Read when the first password is chosen: a server whose people only sign in never holds it. */
async function loadList(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary["passwords-common"]);
}
