import { score } from "./score.ts";

/** Something the palette leads to or does. */
export interface Entry {
  readonly key: string;
  readonly group: "Accounts" | "Pages" | "Terms" | "Actions";
  readonly label: string;
  /** Beside the label: where it is, or its keys. */
  readonly hint?: string;
  /** Other words it is found by. */
  readonly also?: readonly string[];
  readonly run: () => void;
}

const groups = ["Pages", "Accounts", "Terms", "Actions"] as const;
const most = 6;

/** The words after "define", when that is what is typed: then terms alone are meant. */
export const definedWords = (typed: string): string | null =>
  /^\s*define\s+(.*)$/i.exec(typed)?.[1]?.trim() ?? null;

/**
 * The entries somebody means by what they type, group by group: the group with the best entry first, at most six of each.
 * Accounts were found by the server and stay in its order.
 */
export function meant(typed: string, entries: readonly Entry[]): Entry[] {
  const defined = definedWords(typed);
  const asked = defined ?? typed;
  const found = entries.flatMap((entry) => {
    if (defined !== null && entry.group !== "Terms") return [];
    if (asked.trim() === "" && (entry.group === "Terms" || entry.group === "Accounts") && defined === null)
      return [];
    const scores = [entry.label, ...(entry.also ?? [])].map((text) => score(asked, text));
    const value = scores.reduce(
      (best, one) => (one !== null && (best === null || one > best) ? one : best),
      null,
    );
    if (value === null && entry.group !== "Accounts") return [];
    // A word is looked up by saying so; without, what leads somewhere is meant first.
    const aside = entry.group === "Terms" && defined === null ? 1.5 : 0;
    return [{ entry, value: (value ?? 0) - aside }];
  });
  const byGroup = groups
    .map((group) => found.filter(({ entry }) => entry.group === group))
    .filter((of) => of.length > 0)
    .map((of) => [...of].sort((a, b) => b.value - a.value).slice(0, asked.trim() === "" ? 40 : most));
  return byGroup
    .sort((a, b) => (asked.trim() === "" ? 0 : (b[0]?.value ?? 0) - (a[0]?.value ?? 0)))
    .flatMap((of) => of.map(({ entry }) => entry));
}
