import { exactMoney, majorOf, percent } from "../../lib/format.ts";

/** An amount of pay to the minor unit, always: statements are held against bank accounts. */
export function payText(minor: string, currency: string): string {
  return exactMoney(majorOf(minor, currency), currency);
}

/** The same with `+` before what is above zero. */
export function signedPay(minor: string, currency: string): string {
  const text = payText(minor, currency);
  return BigInt(minor) > 0n ? `+${text}` : text;
}

type Tone = "neutral" | "info" | "positive" | "negative" | "warning";

/** Where a statement stands. */
export const statusWords: Readonly<Record<string, { name: string; tone: Tone }>> = {
  draft: { name: "draft", tone: "neutral" },
  reviewed: { name: "reviewed", tone: "info" },
  published: { name: "published", tone: "positive" },
  disputed: { name: "disputed", tone: "warning" },
  paid: { name: "paid", tone: "positive" },
};

/** Where a plan stands. */
export const planStateWords: Readonly<Record<string, { name: string; tone: Tone }>> = {
  draft: { name: "draft", tone: "neutral" },
  in_review: { name: "in review", tone: "info" },
  approved: { name: "approved", tone: "info" },
  active: { name: "active", tone: "positive" },
  retired: { name: "retired", tone: "neutral" },
};

const readableKey = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replaceAll("_", " ");

const kindNames: Readonly<Record<string, string>> = {
  commission: "Commission",
  retention: "Cohort NRR",
  expansion_quota: "Expansion quota",
  book_nrr: "Book NRR",
  retention_bonus: "Retention bonus",
  objectives: "Objectives",
  release: "Release",
  draw: "Draw",
  true_up: "True-up",
  adjustment: "Adjustment",
  clawback: "Clawback",
};

/** What a line of a statement pays or takes back, in words. */
export const kindName = (kind: string): string => kindNames[kind] ?? readableKey(kind);

const componentNames: Readonly<Record<string, string>> = {
  commission: "Commission",
  expansion_quota: "Expansion quota",
  book_nrr: "Retention of the book",
  retention_bonus: "Retention bonus",
  objectives: "Objectives",
};

/** How a component pays, in words. */
export const componentKindName = (kind: string): string => componentNames[kind] ?? readableKey(kind);

/** An attainment as a table tells it: two places; the fraction it is exactly stands in the trace. */
export function attainmentText(traced: string | null): string {
  const [, value] = /^(-?\d+(?:\.\d+)?) %/.exec(traced ?? "") ?? [];
  return value === undefined ? (traced ?? "") : percent(String(Number(value) / 100), { digits: 2 });
}
