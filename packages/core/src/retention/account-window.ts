import { type Day, groupBy, opensOn, type Period } from "../kernel/index.ts";
import type { Movement, MovementKind } from "../ledger/index.ts";
import { belongs, dimensionsOf, type Slice } from "./attributes.ts";
import { Balances } from "./balances.ts";
import type { BookAccount } from "./book.ts";
import { book, bookReasons, type Flows, kindOf, noFlows, type Reasons } from "./flows.ts";
import type { WindowRates } from "./window-rates.ts";

/** What happened in the window to the ARR an account held at the opening, within the life it was then in. */
export interface CohortFlows extends Flows {
  /** What the life holds at the close; 0 once it ended. */
  closing: bigint;
  /** The lowest it stood, opening and close included. */
  floor: bigint;
  /** Effect of changing rates; 0 at constant rates. closing = opening + flows + fx. */
  fx: bigint;
}

/** One day's net change of an account's ARR in a window, in whole minor units of the reporting currency, signed. */
export interface Moved {
  readonly on: Day;
  /** The day's first movement: its reasons, lines and source. */
  readonly movement: Movement;
  readonly kind: MovementKind;
  readonly amount: bigint;
  /** In the slice on that day: part of the bridge. */
  readonly member: boolean;
  /** Within the life held at the opening: part of the cohort's flows. */
  readonly followed: boolean;
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
  /** The window's changes, day by day; they add up to the flows. */
  readonly moved: readonly Moved[];
  /** ARR at the close of an account that was lost in the window or before it and came back in it. */
  readonly winback: bigint;
  /** Has ARR at the close in the life it had at the opening. */
  readonly retained: boolean;
  /** Had ARR at the opening, lost it, and has ARR again at the close in a later life. */
  readonly returned: boolean;
  /** A contract line was due to end or renew in the window. */
  readonly due: boolean;
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
  const moves: Moved[] = [];
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
    const followed = openingLife !== null && life === openingLife;
    moves.push({ on, movement: first, kind: kindOf(first, delta), amount: delta, member: now, followed });
    book(flows, first, delta);
    bookReasons(flowReasons, moved, delta);
    if (now) {
      book(bridge, first, delta);
      bookReasons(reasons, moved, delta);
    }
    if (followed) {
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
    moved: moves,
    winback: newLife || lostBefore ? closing : 0n,
    retained: sameLife && balances.active(),
    returned: openingLife !== null && newLife && balances.active(),
    due: account.dueOn.some((on) => on > opens && on <= period.to),
  };
}
