import { policyNames } from "./scope.ts";
import { type PolicyChoice, policyChoices, type Search } from "./search.ts";
import type { Inputs } from "./trpc.ts";

/** Another way to count, as the server takes it. */
export type Way = Inputs["retention"]["differences"]["way"];

/** The ways the address compares with, by their names; where it names none, the two asked about most. */
export function waysIn(search: Search): string[] {
  const named = search["with"];
  if (named === "none") return [];
  return named === undefined ? ["finance-board", "billing-tool"] : [...new Set(named.split(","))];
}

/** The choices of one's own that the address holds. */
export function ownChoices(search: Search): Partial<Record<PolicyChoice, string>> {
  return Object.fromEntries(
    Object.keys(policyChoices).flatMap((key) => {
      const value = search[`own.${key}`];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** A way by its name in the address: a preset, `own` with its choices, or `on:` a day with its definitions. */
export function wayOf(name: string, search: Search): Way {
  if (name === "own")
    return {
      policy: Object.fromEntries(
        Object.entries(ownChoices(search)).map(([key, value]) => [policyNames[key] ?? key, value]),
      ),
    } as Way;
  if (name.startsWith("on:")) return { definitions: name.slice(3) } as Way;
  return { preset: name } as Way;
}
