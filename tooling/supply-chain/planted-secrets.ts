import { isTest } from "@termwise/architecture/source-files";

// Finds what looks like a secret in text and in file names. The list is short and knows shapes that carry their own
// mark: what has no mark (a password in prose) no list finds.
const shapes: Record<string, RegExp> = {
  "private key": /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*[A-Za-z0-9+/=]{20}/g,
  "API key of ours": /\btw_[A-Za-z0-9_-]{30,}/g,
  "AWS key": /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  "GitHub token": /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})/g,
  "GitLab token": /\bglpat-[A-Za-z0-9_-]{20,}/g,
  "npm token": /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*[^\s$]/g,
  "Slack token": /\bxox[abprs]-[A-Za-z0-9-]{20,}/g,
  "Stripe key": /\b[rs]k_live_[A-Za-z0-9]{20,}/g,
  "Google key": /\bAIza[0-9A-Za-z_-]{35}\b/g,
  "key of a language model": /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{40,}/g,
  "signed token": /\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}/g,
  // Loopback and example hosts are where tests and docs take their addresses from.
  "password in an address":
    /\b[a-z][a-z0-9+]{2,}:\/\/[^\s:/@"'`<>${}]+:[^\s:/@"'`<>${}]{3,}@(?!localhost|127\.|\[::1\]|(?:[\w-]+\.)*(?:example|test|invalid)\b|(?:db|host|h)\b)[\w.[-]+/g,
  "registry of a workplace":
    /\bregistry\s*[=:]\s*["']?https?:\/\/(?!registry\.npmjs\.org\b|127\.0\.0\.1\b|localhost\b)[\w.-]+/g,
};

/** Long values that are called secret; only those as mixed as a random value count. */
const called =
  /\b[\w-]*(?:secret|password|passwd|api[_-]?key|access[_-]?token)["']?\s*[:=]\s*["'`]([A-Za-z0-9+/_=-]{24,})["'`]/gi;

/** Everybody knows it: better-auth's own default, which the server refuses to start with. */
const known = new Set(["better-auth-secret-12345678901234567890"]);

const fileNames =
  /(?:^|\/)(?:secret|\.env(?:\.(?!example$).+)?|id_(?:rsa|ecdsa|ed25519)|\.netrc|\.pgpass|.+\.(?:pem|key|p12|pfx|jks|keystore))$/;

export interface Finding {
  kind: string;
  /** Counted from 1; 0 when the file's name is what was found. */
  line: number;
}

/** Bits a character of the text tells: about 4 and more for random text, under 3.5 for words. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / text.length;
    return sum - share * Math.log2(share);
  }, 0);
}

/** What looks like a secret, without the secret itself: a finding is printed in logs. */
export function plantedSecrets(path: string, text: string): Finding[] {
  const lineOf = (index: number) => text.slice(0, index).split("\n").length;
  const shaped = Object.entries(shapes).flatMap(([kind, shape]) =>
    [...text.matchAll(shape)].map((match) => ({ kind, line: lineOf(match.index) })),
  );
  // Tests call values secret that protect nothing; a marked key is found there all the same.
  const mixed = (isTest(path) ? [] : [...text.matchAll(called)])
    .filter(([, value = ""]) => entropy(value) >= 3.9 && /\d/.test(value) && /[a-z]/i.test(value))
    .filter(([, value = ""]) => !known.has(value))
    .map((match) => ({ kind: "value called a secret", line: lineOf(match.index) }));
  const named = fileNames.test(path) ? [{ kind: "file that holds secrets by its name", line: 0 }] : [];
  return [...named, ...shaped, ...mixed];
}
