import type { Dimension } from "../facts/index.ts";
import { type AccountId, type Day, opensOn } from "../kernel/index.ts";
import type { MovementKind, MovementReason } from "../ledger/index.ts";
import type { AccountWindow, Moved } from "./account-window.ts";
import { beginsLife, countsWinback, inCohort, metrics, retainedFlows } from "./metrics.ts";
import { points } from "./points.ts";
import type { Window } from "./window.ts";

/** One movement of a window with its account as it was at the opening; amounts in minor units, signed. */
export interface Mover {
  readonly accountId: AccountId;
  readonly name: string;
  readonly segment: string | null;
  readonly csm: string | null;
  readonly kind: MovementKind;
  readonly on: Day;
  readonly amount: bigint;
  /** Effect on NRR in percentage points of the opening; `null` without an opening. */
  readonly pp: string | null;
  readonly reasons: readonly MovementReason[];
  /** Who brought a gain in; `null` is an ownership gap. */
  readonly sourcedBy: string | null;
}

/** The movements behind NRR: the largest ones, and all of them in sum. */
export interface Movers {
  readonly rows: readonly Mover[];
  readonly count: number;
  readonly amount: bigint;
  readonly pp: string | null;
  readonly shown: { readonly amount: bigint; readonly pp: string | null };
}

/** An attribute of an account at the opening of a window. */
export function attributeAt(w: AccountWindow, window: Window, dimension: Dimension): string | null {
  return w.account.attributes.on(dimension, opensOn(window.period));
}

/** Whether a movement is part of what NRR counts under the window's policy. */
function counts(moved: Moved, w: AccountWindow, window: Window): boolean {
  if (!w.memberAtOpening) return false;
  if (window.policy.nrrMethod === "all_movements")
    return moved.kind !== "new" && (!beginsLife(moved) || countsWinback(w, window.policy));
  return inCohort(w, window.policy) && moved.followed;
}

/**
 * What moved NRR, largest first. `amount` and `pp` are those of all of NRR's change over the opening, so that the rows
 * shown can be read against the whole; ARR that came back in a later life is part of the whole where the policy counts it.
 */
export function moversOf(window: Window, limit: number): Movers {
  let [opening, net] = [0n, 0n];
  for (const w of window.accounts) {
    opening += retainedFlows(w, window).opening;
    net += metrics.nrr.contribution(w, window).numerator;
  }
  const all = window.accounts.flatMap((w) =>
    w.moved
      .filter((moved) => moved.amount !== 0n && counts(moved, w, window))
      .map(
        (moved): Mover => ({
          accountId: w.account.accountId,
          name: w.account.name,
          segment: attributeAt(w, window, "segment"),
          csm: attributeAt(w, window, "csm"),
          kind: moved.kind,
          on: moved.on,
          amount: moved.amount,
          pp: points(moved.amount, opening),
          reasons: moved.movement.parts.map((part) => part.reason),
          sourcedBy: moved.movement.sourcedBy,
        }),
      ),
  );
  const size = (row: Mover): bigint => (row.amount < 0n ? -row.amount : row.amount);
  all.sort((a, b) =>
    size(a) === size(b)
      ? `${a.on}${a.accountId}` < `${b.on}${b.accountId}`
        ? -1
        : 1
      : size(a) > size(b)
        ? -1
        : 1,
  );
  const rows = all.slice(0, limit);
  const shown = rows.reduce((sum, row) => sum + row.amount, 0n);
  return {
    rows,
    count: all.length,
    amount: net - opening,
    pp: points(net - opening, opening),
    shown: { amount: shown, pp: points(shown, opening) },
  };
}
