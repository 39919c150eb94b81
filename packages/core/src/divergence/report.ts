import type { AccountId, Day } from "../kernel/index.ts";
import { attributeOn, type CustomerRecord, type HouseRules } from "../people/index.ts";
import type { Rates } from "../retention/index.ts";
import { arrOn } from "./arr-on.ts";
import { comparedOn, type Divergence } from "./divergences.ts";
import { labelMapOn } from "./label-map.ts";
import { divergenceKinds } from "./names.ts";

/** A divergence among those of a whole book: with the account's ARR and whose it is. */
export interface DivergenceLine extends Divergence {
  readonly name: string;
  /** Minor units of the report's currency; null: an exchange rate is missing. */
  readonly arr: bigint | null;
  readonly csm: string | null;
  readonly ae: string | null;
  readonly segment: string | null;
}

/** How much was compared: what the divergences are a part of. */
export interface Base {
  readonly accounts: number;
  readonly arr: bigint;
}

/** Every divergence of a book on a day. */
export interface DivergenceReport {
  readonly on: Day;
  /** The largest ARR first. */
  readonly lines: readonly DivergenceLine[];
  /** Accounts of which at least one claim could be held against evidence. */
  readonly compared: Base;
}

const size = ({ arr }: DivergenceLine): bigint => arr ?? -1n;

const kinds = Object.keys(divergenceKinds);

function byWeight(a: DivergenceLine, b: DivergenceLine): number {
  if (size(a) !== size(b)) return size(a) > size(b) ? -1 : 1;
  if (a.accountId !== b.accountId)
    return a.name.localeCompare(b.name, "en") || (a.accountId < b.accountId ? -1 : 1);
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.subject < b.subject ? -1 : 1);
}

/** The largest ARR first; what one account has stands together, what speaks against a claim before what is missing. */
export function inOrder(lines: readonly DivergenceLine[]): DivergenceLine[] {
  return [...lines].sort(byWeight);
}

/** What a report is computed with. */
export interface ReportMeans {
  readonly rates: Rates;
  /** Compares one account; a server gives one that remembers its answers. */
  readonly compare?: typeof comparedOn;
}

/** Every divergence of some customers as of a day: claims, evidence, rules and ARR as they stood then. */
export function divergencesOn(
  records: Iterable<CustomerRecord>,
  rules: HouseRules,
  on: Day,
  { rates, compare = comparedOn }: ReportMeans,
): DivergenceReport {
  const map = labelMapOn(rules, on);
  const lines: DivergenceLine[] = [];
  const compared = { accounts: 0, arr: 0n };
  for (const record of records) {
    const { claims, divergences } = compare(record, rules, on, map);
    if (claims === 0) continue;
    const arr = arrOn(record, on, rates);
    compared.accounts += 1;
    compared.arr += arr ?? 0n;
    if (divergences.length === 0) continue;
    const whose = {
      name: attributeOn(record, "name", on) ?? record.accountId,
      arr,
      csm: attributeOn(record, "csm", on),
      ae: attributeOn(record, "ae", on),
      segment: attributeOn(record, "segment", on),
    };
    lines.push(...divergences.map((divergence) => ({ ...divergence, ...whose })));
  }
  return { on, lines: inOrder(lines), compared };
}

/** What divergences come to: how many, of how many accounts, and the ARR of those accounts, each counted once. */
export interface DivergenceTotal {
  readonly lines: number;
  readonly accounts: number;
  readonly arr: bigint;
}

/** Adds divergences up; an account counts once, however many it has. */
export function totalOf(lines: readonly DivergenceLine[]): DivergenceTotal {
  const arr = new Map<AccountId, bigint>();
  for (const line of lines) arr.set(line.accountId, line.arr ?? 0n);
  let sum = 0n;
  for (const own of arr.values()) sum += own;
  return { lines: lines.length, accounts: arr.size, arr: sum };
}
