import { versionOf } from "../glossary/index.ts";
import type { GlossaryEntry, GlossaryFile } from "./glossary-json.ts";

/** The step a package's version takes, smallest first. */
export const bumps = ["none", "patch", "minor", "major"] as const;
/** One step of {@link bumps}. */
export type Bump = (typeof bumps)[number];

/** The smallest step that the changes between two glossaries allow, and each change that asks for one. */
export interface GlossaryBump {
  readonly bump: Bump;
  readonly because: readonly { readonly term: string; readonly bump: Bump; readonly change: string }[];
}

type Change = GlossaryBump["because"][number];

/** The first worked example that asks what it asked before and expects another answer. */
function otherAnswer(before: GlossaryEntry, after: GlossaryEntry): string | null {
  const answers = new Map(
    before.workedExamples.map(({ given, expect }) => [JSON.stringify(given), JSON.stringify(expect)]),
  );
  const found = after.workedExamples.find(({ given, expect }) => {
    const answer = answers.get(JSON.stringify(given));
    return answer !== undefined && answer !== JSON.stringify(expect);
  });
  return found?.title ?? null;
}

function changeOf(before: GlossaryEntry | undefined, after: GlossaryEntry | undefined): Change | null {
  const term = (after ?? before)?.id ?? "";
  const step = (bump: Bump, change: string): Change => ({ term, bump, change });
  if (!before) return step("minor", "is new");
  if (!after) return step("major", "is gone");
  const [from, to] = [versionOf(before), versionOf(after)];
  if (from !== to) return step("major", `has another meaning: version ${from} became ${to}`);
  if (before.computedBy && !after.computedBy) return step("major", "is not computed any more");
  const other = otherAnswer(before, after);
  if (other !== null) return step("major", `is computed otherwise: ${other}`);
  if (!before.computedBy && after.computedBy) return step("minor", "is computed");
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  return step("patch", "is told in other words, with the same meaning");
}

/**
 * The version rule of the package, for its terms: a changed meaning (a new version of a definition, or another answer to
 * the same example) or a term that is gone is a major step; a term that is new, or newly computed, a minor one; other
 * words for the same meaning are a patch.
 */
export function glossaryBump(before: GlossaryFile, after: GlossaryFile): GlossaryBump {
  const [was, is] = [before, after].map(({ terms }) => new Map(terms.map((term) => [term.id, term])));
  const ids = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  const because = [...ids].sort().flatMap((id) => changeOf(was?.get(id), is?.get(id)) ?? []);
  const largest = Math.max(0, ...because.map(({ bump }) => bumps.indexOf(bump)));
  return { bump: bumps[largest] ?? "none", because };
}
