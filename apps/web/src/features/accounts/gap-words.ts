import { counted, dayText, money } from "../../lib/format.ts";
import type { Outputs } from "../../lib/trpc.ts";

/** Something about an account that nobody of us answers for. */
export type OwnershipGap = Outputs["coverage"]["ofAccount"]["gaps"][number];

/** What each kind of gap is called where they are counted. */
export const gapNames: Readonly<Record<OwnershipGap["of"], string>> = {
  nobody: "Nobody's account",
  csm: "High touch without a CSM",
  exec_sponsor: "Strategic without an exec sponsor",
  renewal_owner: "Renewal without an owner",
  expansion_owner: "Growth without an owner",
  expansion: "Expansion nobody is on record for",
  motion: "Open expansion of somebody who left",
};

/** A gap in words: what is missing, and what it means here. */
export function ownershipGapText(gap: OwnershipGap): string {
  switch (gap.of) {
    case "nobody":
      return "No CSM, no AM and no AE holds this account.";
    case "csm":
      return "Looked after closely, and without a CSM.";
    case "exec_sponsor":
      return "Strategic, and without an exec sponsor of ours.";
    case "renewal_owner":
    case "expansion_owner": {
      const what = gap.of === "renewal_owner" ? "the renewal" : "growth";
      const owner =
        gap.role === null
          ? `Nobody said who owns ${what}`
          : `The ${gap.role.toUpperCase()} owns ${what}, and there is none`;
      const due =
        gap.of === "renewal_owner" && gap.renewalInDays !== null
          ? `; it renews in ${counted(gap.renewalInDays, "day")}`
          : "";
      return `${owner}${due}.`;
    }
    case "expansion":
      return `${money(gap.amount, gap.currency, { signed: true })} on ${dayText(gap.on)}: nobody is on record who brought it in.`;
    case "motion":
      return `An open expansion is owned by ${gap.owner}, who does not hold the account.`;
  }
}
