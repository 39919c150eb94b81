import type { CommercialRole } from "../facts/index.ts";
import type { Covered } from "./coverage-model.ts";

/** What the book of somebody is read by. */
export interface BookMeasures {
  readonly accounts: number;
  /** What they answer for first. */
  readonly primary: readonly string[];
  /** What counts beside it. */
  readonly secondary: readonly string[];
  /** What they do for customers: with renewals of their own, both duties are said, because they can pull apart. */
  readonly duties: readonly ("success" | "renewal" | "expansion" | "sale")[];
}

const primary: Readonly<Record<CommercialRole, readonly string[]>> = {
  csm: ["NRR of the book", "Health of the book", "Time to onboard"],
  am: ["Renewals", "NRR of the book"],
  ae: ["New ARR", "Handoffs on time", "NRR of the customers sold"],
};

/**
 * What the book of a CSM, an AM or an AE is read by, from who answers for what in its accounts. A CSM answers for
 * success first; expansion counts beside it where the CSM owns it, and a renewal of their own is a second duty.
 */
export function readBy(role: CommercialRole, book: readonly Covered[]): BookMeasures {
  const owns = (what: "renewal" | "expansion") => book.some((account) => account[what]?.role === role);
  const first = role === "ae" ? "sale" : "success";
  return {
    accounts: book.length,
    primary: primary[role],
    secondary: owns("expansion") ? ["Expansion ARR"] : [],
    duties: [
      ...(role === "am" ? [] : ([first] as const)),
      ...(owns("renewal") || role === "am" ? (["renewal"] as const) : []),
      ...(owns("expansion") || role === "am" ? (["expansion"] as const) : []),
      ...(role === "am" && book.some(({ model }) => model === "am") ? (["success"] as const) : []),
    ],
  };
}
