import type { AccountId, Day } from "../kernel/index.ts";
import type { AccountWindow } from "./account-window.ts";
import { bridgeAmount, bridgeSteps } from "./bridge.ts";
import type { Window } from "./window.ts";

/** An account whose ARR changed by more, or less, than what is booked for it; minor units of the reporting currency. */
export interface BridgeSuspect {
  readonly accountId: AccountId;
  readonly name: string;
  /** The first day on which its balance and its movements part; `null` where no single day is to blame. */
  readonly on: Day | null;
  readonly unexplained: bigint;
}

/** What no movement explains of the way from opening to closing, and where to look; 0 and nobody when all is well. */
export interface BridgeAudit {
  readonly unexplained: bigint;
  readonly suspects: readonly BridgeSuspect[];
}

/** What the steps leave of the closing. At constant rates nothing may be left to FX: what is, is unexplained. */
function leftOver(w: AccountWindow, window: Window): bigint {
  const explaining = bridgeSteps.filter((kind) => kind !== "fx" || window.policy.fx === "reported");
  const steps = explaining.reduce((sum, kind) => sum + bridgeAmount(w, kind), 0n);
  return w.bridge.closing - w.bridge.opening - steps;
}

/** Where the balances of an account's movements do not follow from their amounts. */
function brokenSteps(w: AccountWindow, { period, rates }: Window): { on: Day; amount: bigint }[] {
  const held = new Map<string, bigint>();
  const members = new Set(w.moved.filter((moved) => moved.member).map((moved) => moved.on));
  return w.account.movements.flatMap(({ on, currency, amount, balance }) => {
    const missing = balance - (held.get(currency) ?? 0n) - amount;
    held.set(currency, balance);
    if (missing === 0n || on < period.from || on > period.to || !members.has(on)) return [];
    return [{ on, amount: rates.on(on)(missing, currency) }];
  });
}

/**
 * Holds a bridge against the ledger it was made from: what is left between opening, steps and closing, and what the
 * balances of the ledger moved by without a movement that says so. The largest suspects come first.
 */
export function bridgeAudit(window: Window): BridgeAudit {
  const suspects = window.accounts.flatMap((w): BridgeSuspect[] => {
    const broken = brokenSteps(w, window);
    const unexplained = leftOver(w, window) + broken.reduce((sum, step) => sum + step.amount, 0n);
    if (unexplained === 0n && broken.length === 0) return [];
    const { accountId, name } = w.account;
    return [{ accountId, name, on: broken[0]?.on ?? null, unexplained }];
  });
  const size = ({ unexplained }: BridgeSuspect) => (unexplained < 0n ? -unexplained : unexplained);
  suspects.sort((a, b) =>
    size(a) === size(b) ? (a.accountId < b.accountId ? -1 : 1) : size(a) > size(b) ? -1 : 1,
  );
  return { unexplained: suspects.reduce((sum, one) => sum + one.unexplained, 0n), suspects };
}
