import type { LabelMeaning } from "../facts/index.ts";
import { type AccountId, type Day, earlier } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import type { Rates } from "../retention/index.ts";
import { arrOn } from "./arr-on.ts";
import { claimsOn } from "./claims.ts";
import { type Label, type LabelVersion, labelMapOn } from "./label-map.ts";
import { meaningNames } from "./names.ts";
import { proposedMeaning } from "./proposals.ts";
import { fieldKey, labelKey, spelling } from "./spelling.ts";

/** A label that some system uses, or used: what it means, and how much stands under it. */
export interface LabelRow extends Label {
  /** Null: nobody has said, so nothing under it is compared. */
  readonly means: LabelMeaning | null;
  /** What it plainly reads like, offered for an unknown label and never applied by itself. */
  readonly proposal: LabelMeaning | null;
  readonly versions: readonly LabelVersion[];
  /** Accounts that are labelled so on the day. */
  readonly accounts: number;
  readonly arr: bigint;
  /** The first day any account was known to be labelled so. */
  readonly firstOn: Day | null;
  /** One account labelled so. */
  readonly example: AccountId | null;
}

interface Counted extends Label {
  readonly accounts: Set<AccountId>;
  arr: bigint;
  firstOn: Day;
}

/**
 * Every label in use on a day, and every one somebody has said something about: the unknown first, then by ARR. What has
 * no meaning is listed with what stands under it.
 */
export function labelsOn(
  records: Iterable<CustomerRecord>,
  rules: HouseRules,
  on: Day,
  rates: Rates,
): LabelRow[] {
  const map = labelMapOn(rules, on);
  const counted = new Map<string, Counted>();
  for (const record of records) {
    const labelled = claimsOn(record, on).filter(({ label }) => label !== null);
    if (labelled.length === 0) continue;
    const arr = arrOn(record, on, rates) ?? 0n;
    for (const { system, field, label, since } of labelled) {
      const key = labelKey({ system, field, label: label ?? "" });
      const held = counted.get(key);
      if (held === undefined)
        counted.set(key, {
          system,
          field,
          label: label ?? "",
          accounts: new Set([record.accountId]),
          arr,
          firstOn: since,
        });
      else if (!held.accounts.has(record.accountId)) {
        held.accounts.add(record.accountId);
        held.arr += arr;
        held.firstOn = earlier(held.firstOn, since);
      }
    }
  }
  const unused = map.labels.filter((label) => !counted.has(labelKey(label)));
  const rows = [
    ...[...counted.values()].map(({ accounts, ...row }) => ({
      ...row,
      accounts: accounts.size,
      example: [...accounts][0] ?? null,
    })),
    ...unused.map((label) => ({ ...label, accounts: 0, arr: 0n, firstOn: null, example: null })),
  ].map((row): LabelRow => {
    const means = map.meaning(row);
    return {
      ...row,
      means,
      proposal: means === null ? proposedMeaning(row.label) : null,
      versions: map.versions(row),
    };
  });
  return rows.sort(byWeight);
}

function byWeight(a: LabelRow, b: LabelRow): number {
  const unknown = Number(b.means === null) - Number(a.means === null);
  if (unknown !== 0) return unknown;
  if (a.arr !== b.arr) return a.arr > b.arr ? -1 : 1;
  return b.accounts - a.accounts || (labelKey(a) < labelKey(b) ? -1 : 1);
}

/** A milestone that systems have different words for. */
export interface VocabularyGap {
  readonly means: Exclude<LabelMeaning, "ignored">;
  readonly labels: readonly Pick<LabelRow, "system" | "field" | "label" | "accounts" | "arr">[];
}

/**
 * Milestones for which two systems do not use one and the same label, so that their reports cannot be read side by side.
 * Of the labels in use.
 */
export function vocabularyGaps(rows: readonly LabelRow[]): VocabularyGap[] {
  const meanings = Object.keys(meaningNames).filter(
    (means) => means !== "ignored",
  ) as VocabularyGap["means"][];
  return meanings.flatMap((means) => {
    const labels = rows
      .filter((row) => row.means === means && row.accounts > 0)
      .map(({ system, field, label, accounts, arr }) => ({ system, field, label, accounts, arr }));
    const fields = new Set(labels.map(fieldKey));
    const words = new Set(labels.map(({ label }) => spelling(label)));
    return fields.size > 1 && words.size > 1 ? [{ means, labels }] : [];
  });
}
