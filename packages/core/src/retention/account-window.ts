import { type Day, groupBy, opensOn, type Period } from "../kernel/index.ts";
import type { Movement, MovementReason } from "../ledger/index.ts";
import { belongs, dimensionsOf, type Slice } from "./attributes.ts";
import type { Book, BookAccount } from "./book.ts";
import type { RetentionPolicy } from "./policy.ts";
import type { Convert } from "./rates.ts";

/** ARR that moved, by kind; whole minor units of the reporting currency, each 0 or more. */
export interface Flows {
  new: bigint;
  expansion: bigint;
  contraction: bigint;
  churn: bigint;
  reactivation: bigint;
}

/** Expansion and contraction by reason; the parts of a day may have opposite signs, and add up to it. */
type Reasons = Map<MovementReason, { expansion: bigint; contraction: bigint }>;

/** What happened in the window to the ARR an account held at the opening, within the life it was then in. */
export interface CohortFlows extends Flows {
  /** What the life holds at the close; 0 once it ended. */
  closing: bigint;
  /** The lowest it stood, opening and close included. */
  floor: bigint;
  /** Effect of changing rates; 0 at constant rates. closing = opening + flows + fx. */
  fx: bigint;
}

/**
 * One account in one window, in whole minor units of the reporting currency: the one place where movements become
 * retention. Everything else is sums of these over accounts.
 */
export interface AccountWindow {
  readonly account: BookAccount;
  /** In the slice at the opening: what NRR, GRR and logo retention of a slice follow. */
  readonly memberAtOpening: boolean;
  /** ARR at the opening and at the close, whatever the slice. */
  readonly held: { readonly opening: bigint; readonly closing: bigint };
  /** The roll-forward of the slice: opening + flows + moved in - moved out + fx = closing, exactly. */
  readonly bridge: Flows & {
    opening: bigint;
    closing: bigint;
    movedIn: bigint;
    movedOut: bigint;
    fx: bigint;
    /** Signed parts of expansion and contraction by reason; they add up to expansion - contraction. */
    reasons: Reasons;
  };
  /** All the account's flows in the window, whatever the slice, and the effect of rates on them. */
  readonly flows: Flows & { fx: bigint };
  /** Expansion and contraction among `flows`, by reason. */
  readonly flowReasons: Reasons;
  /** Of accounts with ARR at the opening. */
  readonly cohort: CohortFlows | null;
  /** Expansion less contraction of the cohort's life by reason, signed as in the bridge. */
  readonly cohortReasons: Reasons;
  /** ARR at the close of an account that was lost in the window or before it and came back in it. */
  readonly winback: bigint;
  /** Has ARR at the close in the life it had at the opening. */
  readonly retained: boolean;
  /** Had ARR at the opening, lost it, and has ARR again at the close in a later life. */
  readonly returned: boolean;
  /** A contract line was due to end or renew in the window. */
  readonly due: boolean;
}

/** The ARR of an account in its currencies. */
class Balances {
  readonly #held = new Map<string, Movement>();

  apply(movement: Movement): void {
    this.#held.set(movement.currency, movement);
  }

  in(convert: Convert): bigint {
    let sum = 0n;
    for (const movement of this.#held.values()) sum += convert(movement.balance, movement.currency);
    return sum;
  }

  active(): boolean {
    for (const movement of this.#held.values()) if (movement.balance > 0n) return true;
    return false;
  }
}

const noFlows = (): Flows => ({ new: 0n, expansion: 0n, contraction: 0n, churn: 0n, reactivation: 0n });

/** Adds one day's net change to flows. A change within a life is expansion or contraction by its own sign. */
function book(flows: Flows, movement: Movement, delta: bigint): void {
  if (movement.kind === "new" || movement.kind === "reactivation") flows[movement.kind] += delta;
  else if (movement.kind === "churn") flows.churn -= delta;
  else if (delta > 0n) flows.expansion += delta;
  else flows.contraction -= delta;
}

/** Splits one day's change by reason in the proportions of its parts; the rounding falls to the largest part. */
function bookReasons(reasons: Reasons, day: readonly Movement[], delta: bigint): void {
  const first = day[0];
  if (!first || delta === 0n || (first.kind !== "expansion" && first.kind !== "contraction")) return;
  const parts = day.flatMap((movement) => movement.parts);
  const whole = parts.reduce((sum, part) => sum + part.amount, 0n);
  const lead = parts.reduce((a, b) => (b.amount * b.amount > a.amount * a.amount ? b : a));
  let rest = delta;
  const shares = parts.map((part) => {
    // Parts in several currencies may cancel out: then the leading reason explains the day.
    const share = part === lead || whole === 0n || day.length > 1 ? 0n : (part.amount * delta) / whole;
    rest -= share;
    return share;
  });
  parts.forEach((part, i) => {
    const share = (shares[i] ?? 0n) + (part === lead ? rest : 0n);
    if (share === 0n) return;
    const held = reasons.get(part.reason) ?? { expansion: 0n, contraction: 0n };
    if (delta > 0n) held.expansion += share;
    else held.contraction -= share;
    reasons.set(part.reason, held);
  });
}

/** Which conversion holds on a day: one for the whole window, or each day's own. */
export interface WindowRates {
  readonly opening: Convert;
  readonly on: (day: Day) => Convert;
  readonly closing: Convert;
}

/** The conversions a window uses under a policy. */
export function windowRates(book: Book, period: Period, policy: RetentionPolicy): WindowRates {
  const opening = book.rates.on(opensOn(period));
  if (policy.fx === "constant") return { opening, on: () => opening, closing: opening };
  const cache = new Map<Day, Convert>();
  const on = (day: Day): Convert => {
    const held = cache.get(day) ?? book.rates.on(day);
    cache.set(day, held);
    return held;
  };
  return { opening, on, closing: on(period.to) };
}

/** Computes one account's window. `slice` is empty for the whole book. */
export function accountWindow(
  account: BookAccount,
  period: Period,
  rates: WindowRates,
  slice: Slice = {},
): AccountWindow {
  const opens = opensOn(period);
  const balances = new Balances();
  let life: Day | null = null;
  let next = 0;
  for (; next < account.movements.length; next++) {
    const movement = account.movements[next];
    if (!movement || movement.on > opens) break;
    balances.apply(movement);
    life = movement.lifeBegan;
  }
  const opening = balances.in(rates.opening);
  const openingLife = balances.active() ? life : null;
  const livedBefore = life;
  const member = (day: Day): boolean => belongs(account.attributes, slice, day);
  const memberAtOpening = member(opens);

  const days = groupBy(
    account.movements.slice(next).filter((movement) => movement.on <= period.to),
    (movement) => movement.on,
  );
  const turns = new Set([
    ...days.keys(),
    ...account.attributes.changes(dimensionsOf(slice), opens, period.to),
  ]);

  const bridge = {
    ...noFlows(),
    opening: memberAtOpening ? opening : 0n,
    closing: 0n,
    movedIn: 0n,
    movedOut: 0n,
  };
  const [flows, cohort] = [noFlows(), noFlows()];
  const [reasons, flowReasons, cohortReasons]: [Reasons, Reasons, Reasons] = [
    new Map(),
    new Map(),
    new Map(),
  ];
  let [floor, inside] = [opening, memberAtOpening];
  for (const on of [...turns].sort()) {
    const convert = rates.on(on);
    const before = balances.in(convert);
    const now = member(on);
    if (inside && !now) bridge.movedOut += before;
    if (!inside && now) bridge.movedIn += before;
    inside = now;
    const moved = days.get(on);
    const first = moved?.[0];
    if (!moved || !first) continue;
    for (const movement of moved) balances.apply(movement);
    life = first.lifeBegan;
    const after = balances.in(convert);
    const delta = after - before;
    book(flows, first, delta);
    bookReasons(flowReasons, moved, delta);
    if (now) {
      book(bridge, first, delta);
      bookReasons(reasons, moved, delta);
    }
    if (openingLife !== null && life === openingLife) {
      book(cohort, first, delta);
      bookReasons(cohortReasons, moved, delta);
      if (after < floor) floor = after;
    }
  }
  const closing = balances.in(rates.closing);
  const sameLife = openingLife !== null && life === openingLife;
  const cohortClosing = sameLife ? closing : 0n;
  if (cohortClosing < floor) floor = cohortClosing;
  bridge.closing = inside ? closing : 0n;
  const net = (f: Flows) => f.new + f.reactivation + f.expansion - f.contraction - f.churn;
  const newLife = livedBefore !== null && life !== livedBefore;
  const lostBefore = openingLife === null && livedBefore !== null;
  return {
    account,
    memberAtOpening,
    held: { opening, closing },
    bridge: {
      ...bridge,
      fx: bridge.closing - bridge.opening - net(bridge) - bridge.movedIn + bridge.movedOut,
      reasons,
    },
    flows: { ...flows, fx: closing - opening - net(flows) },
    flowReasons,
    cohort:
      openingLife === null
        ? null
        : { ...cohort, closing: cohortClosing, floor, fx: cohortClosing - opening - net(cohort) },
    cohortReasons,
    winback: newLife || lostBefore ? closing : 0n,
    retained: sameLife && balances.active(),
    returned: openingLife !== null && newLife && balances.active(),
    due: account.dueOn.some((on) => on > opens && on <= period.to),
  };
}
