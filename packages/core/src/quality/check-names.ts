import type { QualityCheck } from "../facts/index.ts";

/** How much it matters: figures are wrong; figures may be wrong; something is missing that people will look for. */
export const severities = ["error", "warning", "notice"] as const;
/** How much a finding matters. */
export type Severity = (typeof severities)[number];

/** What each check is called, how much it matters, what it holds the data against, what mends it, and what it needs before it can look at anything. */
export const qualityCheckNames: Readonly<
  Record<
    QualityCheck,
    {
      readonly name: string;
      readonly severity: Severity;
      readonly holds: string;
      readonly remedy: string;
      readonly needs: string;
    }
  >
> = {
  bridge_closes: {
    name: "The ARR bridge closes",
    severity: "error",
    holds: "Each movement takes a customer's ARR from the balance before to the balance after, to the cent.",
    remedy: "Rebuild derived state: termwise rebuild. If it stays, report it: figures are not to be trusted.",
    needs: "Import contract lines: an ARR bridge is made of them.",
  },
  missing_rate: {
    name: "Exchange rates are known",
    severity: "error",
    holds: "Every contract line in force is in a currency that can be told in the reporting one.",
    remedy: "Import an exchange rate on or before the day.",
    needs: "Import contract lines that are in force today.",
  },
  billing_total: {
    name: "ARR agrees with billing",
    severity: "error",
    holds:
      "What the billing system says of a month lies within the tolerance of ours, in total and account by account.",
    remedy: "Look at the accounts that differ, and correct the side that is wrong.",
    needs: "Put the billing system's ARR of a month on record: Divergence, Numbers, Report a value.",
  },
  stale_sources: {
    name: "Sources are on time",
    severity: "warning",
    holds: "Every source has brought data within the time that is expected of it.",
    remedy: "Look at the source's last run and its error, and run it again.",
    needs: "Set up a source, and say how often its data is expected.",
  },
  orphans: {
    name: "Accounts and lines belong together",
    severity: "warning",
    holds: "Every line has its account, every account has a line, and every parent is an account.",
    remedy: "Import the account, or open the record and merge it into the customer it is.",
    needs: "Import accounts and contract lines.",
  },
  overlapping_lines: {
    name: "Lines do not overlap",
    severity: "warning",
    holds: "No two lines of one customer and product count at once.",
    remedy: "If one continues the other, say so in its column renews, or end it. If both are sold, mute it.",
    needs: "Import contract lines that are in force today.",
  },
  missing_renewal: {
    name: "Renewal dates are known",
    severity: "warning",
    holds: "Every line in force tells when it ends, or that it renews itself.",
    remedy: "Fill in the end of the term, or the renewal, where the line comes from.",
    needs: "Import contract lines that are in force today.",
  },
  duplicate_domains: {
    name: "Domains are unique",
    severity: "notice",
    holds: "No web domain is that of two customers.",
    remedy: "Open one of the two and merge it into the other, from its menu; or correct the domain.",
    needs: "Import accounts with their web domain.",
  },
  usage_gap: {
    name: "Usage keeps coming",
    severity: "notice",
    holds: "A reading of usage of every paying customer has come within seven days, once any come at all.",
    remedy: "Look whether the product still sends events of these customers.",
    needs: "Import usage of paying customers.",
  },
};
