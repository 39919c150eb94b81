import type { FactSet } from "../src/facts/index.ts";
import type { Period } from "../src/kernel/index.ts";
import type { RetentionPolicy, Slice } from "../src/retention/index.ts";
import { converted } from "./conversion.ts";
import { numberOf } from "./day-numbers.ts";
import { dayOf, type Replayed } from "./replay.ts";
import { inSlice } from "./slices.ts";

/** ARR that moved, by kind, in minor units of the reporting currency. */
export interface Kinds {
  new: bigint;
  reactivation: bigint;
  expansion: bigint;
  contraction: bigint;
  churn: bigint;
  fx: bigint;
}

/** One account in one window, found by walking through its days. */
export interface OracleWindow {
  id: string;
  /** In the slice at the opening. */
  member: boolean;
  opening: bigint;
  closing: bigint;
  /** Held ARR at the opening, in its own currencies. */
  held: boolean;
  bridge: Kinds & { opening: bigint; closing: bigint; movedIn: bigint; movedOut: bigint };
  /** Everything that happened to the account. */
  all: Kinds;
  /** What happened within the life of the opening. */
  life: Kinds;
  /** Returns that began another life, of accounts of the opening and of others lost before it. */
  lateReturns: bigint;
  lowest: bigint;
  closingSameLife: bigint;
  /** ARR at the close in a life that began with a return in the window, or of one lost before it. */
  back: bigint;
  retained: boolean;
  returned: boolean;
  lostBefore: boolean;
  due: boolean;
}

const noKinds = (): Kinds => ({
  new: 0n,
  reactivation: 0n,
  expansion: 0n,
  contraction: 0n,
  churn: 0n,
  fx: 0n,
});

/** Walks one account through a window. */
export function walk(
  r: Replayed,
  facts: FactSet,
  currency: string,
  period: Pick<Period, "from" | "to">,
  policy: Pick<RetentionPolicy, "fx">,
  slice: Slice = {},
): OracleWindow {
  const [open, close] = [numberOf(period.from) - 1, numberOf(period.to)];
  const value = (held: ReadonlyMap<string, bigint>, day: number) =>
    converted(facts.fxRates, held, currency, policy.fx === "constant" ? open : day);
  const isIn = (day: number) => inSlice(facts, r.voice, slice, day);
  const first = dayOf(r, open);
  const opening = value(first.held, open);
  const held = first.held.size > 0;
  const openingLife = held ? first.life : null;
  const bridge = { ...noKinds(), opening: isIn(open) ? opening : 0n, closing: 0n, movedIn: 0n, movedOut: 0n };
  const [all, life] = [noKinds(), noKinds()];
  let [lateReturns, lowest, inLife] = [0n, opening, held];

  for (let day = open + 1; day <= close; day++) {
    const [yesterday, today] = [dayOf(r, day - 1), dayOf(r, day)];
    const atOldRates = value(yesterday.held, day - 1);
    const before = value(yesterday.held, day);
    const after = value(today.held, day);
    inLife = held && today.life === openingLife;
    const [wasIn, nowIn] = [isIn(day - 1), isIn(day)];
    if (wasIn) bridge.fx += before - atOldRates;
    if (wasIn && !nowIn) bridge.movedOut += before;
    if (!wasIn && nowIn) bridge.movedIn += before;
    all.fx += before - atOldRates;
    if (inLife) life.fx += before - atOldRates;
    if (today.kind === "none" || day - 1 < r.origin) continue;
    const change = after - before;
    const book = (to: Kinds) => {
      if (today.kind === "entered") to[today.first ? "new" : "reactivation"] += change;
      else if (today.kind === "left") to.churn -= change;
      else if (change > 0n) to.expansion += change;
      else to.contraction -= change;
    };
    book(all);
    if (nowIn) book(bridge);
    if (inLife) book(life);
    if (today.kind === "entered" && !today.first && today.life === day) lateReturns += change;
  }

  const last = dayOf(r, close);
  const closing = value(last.held, close);
  if (isIn(close)) bridge.closing = closing;
  const sameLife = held && last.life === openingLife;
  if (held)
    for (let day = open; day <= close; day++) {
      const at = dayOf(r, day);
      // Between movements only rates change, and what rates do is no floor of what the customer held.
      if (at.kind === "none" && day !== close) continue;
      const stands = at.life === openingLife ? value(at.held, day) : 0n;
      if (stands < lowest) lowest = stands;
    }
  const lostBefore = !held && first.life !== null;
  const inAnotherLife = held && !sameLife;
  return {
    id: r.id,
    member: isIn(open),
    opening,
    closing,
    held,
    bridge,
    all,
    life,
    lateReturns,
    lowest: held ? lowest : 0n,
    closingSameLife: sameLife ? closing : 0n,
    back: inAnotherLife || lostBefore ? closing : 0n,
    retained: sameLife && last.held.size > 0,
    returned: inAnotherLife && last.held.size > 0,
    lostBefore,
    due: r.due.some((day) => open < day && day <= close),
  };
}
