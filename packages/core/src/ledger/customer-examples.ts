import type { Example } from "../glossary/index.ts";
import type { LedgerPolicy } from "./policy.ts";

/** Account records, how they belong together, and by which policy customers are counted. */
export interface CustomersCase {
  readonly accounts: readonly string[];
  /** Records that are one customer: the first was merged into the second. */
  readonly merged?: readonly (readonly [record: string, into: string])[];
  /** Subsidiaries, each with its parent. */
  readonly parents?: readonly (readonly [account: string, parent: string])[];
  readonly identity?: LedgerPolicy["identity"];
}

const group = {
  accounts: ["Holding", "North", "South"],
  parents: [
    ["North", "Holding"],
    ["South", "Holding"],
  ],
} as const;

/** Account records, and who counts as one customer. */
export const customerExamples: readonly Example<CustomersCase, string[]>[] = [
  {
    title: "Two subsidiaries are two customers by account",
    given: group,
    expect: ["Holding", "North", "South"],
  },
  {
    title: "By parent they are one, with the holding",
    given: { ...group, identity: "parent" },
    expect: ["Holding"],
  },
  {
    title: "A record that was merged is no customer of its own, and none is lost by it",
    given: { accounts: ["Halden", "Halden2", "Velora"], merged: [["Halden2", "Halden"]] },
    expect: ["Halden", "Velora"],
  },
];
