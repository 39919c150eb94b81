import type { ContractLine, FactSet } from "../src/facts/index.ts";
import type { LedgerPolicy, MovementKind } from "../src/ledger/index.ts";
import { coverage } from "./coverage.ts";
import { numberOf } from "./day-numbers.ts";
import { rounded, sum } from "./fraction.ts";

/** One day of one customer: what it holds per currency at the end of it, and what happened. */
export interface AccountDay {
  held: ReadonlyMap<string, bigint>;
  kind: "none" | "entered" | "left" | "changed";
  /** First ARR ever (`new`) or a return (`reactivation`), where the day is `entered`. */
  first: boolean;
  /** The day the present life began; kept while away. */
  life: number | null;
}

/** One customer, day by day from `origin` on. */
export interface Replayed {
  id: string;
  /** The record whose attributes are the customer's: its own, or the first joined to it that has any. */
  voice: string;
  origin: number;
  days: AccountDay[];
  due: number[];
}

/** A movement as the oracle sees it. */
export interface Moved {
  on: number;
  currency: string;
  kind: MovementKind;
  amount: bigint;
  balance: bigint;
  life: number;
}

const nothing: AccountDay = { held: new Map(), kind: "none", first: false, life: null };

/** The customer's state at the end of a day. */
export const dayOf = (r: Replayed, day: number): AccountDay =>
  day < r.origin ? nothing : (r.days[Math.min(day - r.origin, r.days.length - 1)] ?? nothing);

/** Whose customer a record is: merges followed to their end, then parents to theirs. */
export function identityOf(facts: FactSet, policy: LedgerPolicy): (accountId: string) => string {
  const follow = (start: string, step: (id: string) => string | null | undefined) => {
    let at = start;
    for (let hops = 0; hops < 50; hops++) {
      const next = step(at);
      if (!next || next === at) return at;
      at = next;
    }
    return at;
  };
  const merge = (id: string) => facts.merges.find((m) => m.accountId === id)?.intoId;
  const parent = (id: string) =>
    facts.attributes
      .filter((a) => a.accountId === id && a.attribute === "parent")
      .sort((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))[0]?.value;
  return (id) => {
    const merged = follow(id, merge);
    return policy.identity === "parent" ? follow(merged, (at) => follow(parent(at) ?? at, merge)) : merged;
  };
}

/** Every customer with a contract line, replayed day by day through `last`. `facts` are as known, without withdrawn lines. */
export function replay(facts: FactSet, policy: LedgerPolicy, last: number): Replayed[] {
  const identity = identityOf(facts, policy);
  const owner = (line: ContractLine) =>
    facts.splits.find((s) => s.accountId === line.accountId && s.lineIds.includes(line.lineId))?.toId ??
    line.accountId;
  const ids = [...new Set(facts.lines.map((line) => identity(owner(line))))].sort();
  const speaking = [...new Set(facts.attributes.map((a) => a.accountId))].sort();
  return ids.map((id) => {
    const lines = facts.lines.filter((line) => identity(owner(line)) === id);
    const joined = speaking.filter((record) => identity(record) === id);
    return { ...replayOne(lines, policy, last), id, voice: joined.find((r) => r === id) ?? joined[0] ?? id };
  });
}

function replayOne(
  lines: ContractLine[],
  policy: LedgerPolicy,
  last: number,
): Omit<Replayed, "id" | "voice"> {
  const covered = coverage(lines, policy);
  const origin = Math.min(...lines.map((line) => numberOf(line.startsOn))) - 1;
  const currencies = [...new Set(covered.map((c) => c.line.currency))].sort();
  const days: AccountDay[] = [nothing];
  const sums = new Map<string, ReadonlyMap<string, bigint>>();
  let leftOn: number | null = null;
  for (let day = origin + 1; day <= last; day++) {
    const before = days[days.length - 1] ?? nothing;
    const lit = covered.filter((c) => c.from <= day && day <= c.to);
    const key = lit.map((c) => c.line.lineId).join();
    let held = sums.get(key);
    if (!held) {
      const of = (currency: string) =>
        rounded(sum(lit.filter((c) => c.line.currency === currency).map((c) => c.worth)));
      held = new Map(currencies.map((c) => [c, of(c)] as const).filter(([, minor]) => minor !== 0n));
      sums.set(key, held);
    }
    const [was, is] = [before.held.size > 0, held.size > 0];
    const same =
      before.held.size === held.size && [...held].every(([c, minor]) => before.held.get(c) === minor);
    const kind = same ? "none" : !was ? "entered" : !is ? "left" : "changed";
    let life = before.life;
    if (kind === "entered" && (leftOn === null || day - leftOn > policy.winbackDays)) life = day;
    if (kind === "left") leftOn = day;
    days.push({ held, kind, first: kind === "entered" && before.life === null, life });
  }
  const due = [...new Set(covered.flatMap(({ line }) => (line.endsOn ? [numberOf(line.endsOn) + 1] : [])))];
  return { origin, days, due: due.sort((a, b) => a - b) };
}

/** The movements of a replayed customer. */
export function movementsIn(r: Replayed): Moved[] {
  const moved: Moved[] = [];
  r.days.forEach((today, index) => {
    if (today.kind === "none" || index === 0) return;
    const before = r.days[index - 1] ?? nothing;
    for (const currency of [...new Set([...before.held.keys(), ...today.held.keys()])].sort()) {
      const [was, is] = [before.held.get(currency) ?? 0n, today.held.get(currency) ?? 0n];
      if (was === is) continue;
      const up = is > was;
      const kind: MovementKind =
        today.kind === "entered"
          ? today.first
            ? "new"
            : "reactivation"
          : today.kind === "left"
            ? "churn"
            : up
              ? "expansion"
              : "contraction";
      moved.push({
        on: r.origin + index,
        currency,
        kind,
        amount: is - was,
        balance: is,
        life: today.life ?? 0,
      });
    }
  });
  return moved;
}
