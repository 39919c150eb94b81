// What the screens of divergence call things. The keys are those of core's lists, which the types hold.

import type { DivergenceKind, DivergenceTeam, HandlingAction, NumberCause } from "@termwise/core/divergence";
import type { LabelMeaning } from "@termwise/core/facts";
import { counted, money, percent, percentNumber } from "../../lib/format.ts";
import type { Line } from "./report.ts";

/** Each kind: its name, and what it says in a sentence. */
export const kindWords: Readonly<Record<DivergenceKind, { name: string; says: string }>> = {
  contradicted: { name: "Claim contradicted", says: "Evidence speaks against what is claimed." },
  unsupported: { name: "Claim without evidence", says: "Nothing on record speaks for what is claimed." },
  unclaimed: { name: "Evidence without claim", says: "Evidence shows more than is claimed: a lag." },
  stale: { name: "Stale evidence", says: "What the claim rests on has gone out of date." },
  mismatch: { name: "Systems disagree", says: "Two systems say different things of one account." },
};
/** The kinds in the order they are shown. */
export const kinds = Object.keys(kindWords) as DivergenceKind[];

/** What a label can mean. */
export const meaningWords: Readonly<Record<LabelMeaning, string>> = {
  won: "Won",
  onboarded: "Onboarded",
  adopted: "Adopted",
  expansion: "Expansion",
  renewal: "Renewal",
  churn: "Churn",
  ignored: "Nothing we compare",
};
/** The meanings in the order they are offered. */
export const meanings = Object.keys(meaningWords) as LabelMeaning[];

/** How divergences are handled. */
export const handlingWords: Readonly<Record<HandlingAction, string>> = {
  fix_source: "Source to be fixed",
  record_evidence: "Evidence to be recorded",
  agenda: "On the agenda",
  accepted: "Accepted",
};

/** Whose divergences are added up. */
export const teamWords: Readonly<Record<DivergenceTeam, string>> = {
  csm: "CSM",
  ae: "AE",
  segment: "Segment",
  system: "System",
  term: "Term",
};

/** Why an account counts differently in another system's list. */
export const causeWords: Readonly<Record<NumberCause, string>> = {
  missing_there: "Missing there",
  missing_here: "Missing here",
  other_amount: "Other amount",
  other_day: "Other day",
  listed_twice: "Listed twice",
  not_matched: "No such account",
};

/** A field of a system and what stands in it: `CRM · Stage · Onboarded`. */
export function claimText({ system, field, label }: Line["claims"][number]): string {
  return `${system} · ${field} · ${label ?? "empty"}`;
}

/** Minor units in a currency that may not be known yet. */
export function amountText(minor: string | null, currency: string | null): string {
  return minor === null || currency === null ? "—" : money(minor, currency, { whole: true });
}

/** A value of a term as people write it: a share as per cent, an amount with its currency, a count. A signed one is a difference. */
export function valueText(
  value: string | null,
  { unit, currency }: { unit: "ratio" | "money" | "count"; currency: string | null },
  signed = false,
): string {
  if (value === null) return "—";
  if (unit === "ratio")
    return signed ? `${percentNumber(value, { digits: 2, signed })}\u00a0pp` : percent(value, { digits: 2 });
  return unit === "money" && currency !== null ? money(value, currency, { signed }) : value;
}

/** `3 accounts, $92,000`. */
export function sizeText(
  { accounts, arr }: { accounts: number; arr: string },
  currency: string | null,
): string {
  return `${counted(accounts, "account")}, ${amountText(arr, currency)}`;
}
