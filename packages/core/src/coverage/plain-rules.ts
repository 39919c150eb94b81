import type { EntryOf, WorkspaceEntry } from "../facts/index.ts";
import { day, EntryId, instant } from "../kernel/index.ts";
import type { HouseRules } from "../people/index.ts";

type Rules<Kind extends "coverage_rules" | "icp_rules"> = Omit<EntryOf<Kind>, "of"> & {
  readonly from: string;
};

/** Rules of the house in the few words an example needs: each version with the day it holds from. */
export interface PlainRules {
  readonly coverage?: readonly Rules<"coverage_rules">[];
  readonly icp?: readonly Rules<"icp_rules">[];
}

/** The rules that plain ones stand for. */
export function rulesOf({ coverage = [], icp = [] }: PlainRules): HouseRules {
  const entries: [string, WorkspaceEntry][] = [
    ...coverage.map(({ from, ...rest }): [string, WorkspaceEntry] => [
      from,
      { of: "coverage_rules", ...rest },
    ]),
    ...icp.map(({ from, ...rest }): [string, WorkspaceEntry] => [from, { of: "icp_rules", ...rest }]),
  ];
  return {
    journal: entries.map(([from, entry], at) => ({
      kind: "journal",
      entryId: EntryId.parse(`ent_rule${at}`),
      accountId: null,
      at: instant(`${from}T08:00:00Z`),
      by: "mem_example",
      withdrawn: null,
      entry,
      effectiveOn: day(from),
      recordedAt: instant(`${from}T08:00:00Z`),
      source: { system: "example", key: `rule${at}`, file: null, line: null },
    })),
  };
}
