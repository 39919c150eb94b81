import type { Card } from "./lifecycle.ts";

const day = "2026-03-01" as Card["columnSince"];

/** A card for a test: as said, and the rest as it usually is. */
export function cardNamed(name: string, said: Partial<Card> = {}): Card {
  return {
    accountId: `acc_${name}`,
    name,
    arr: "100000",
    segment: null,
    owner: null,
    column: "won",
    columnSince: day,
    days: 10,
    slaDays: 60,
    earned: "won",
    earnedSince: day,
    staleSince: null,
    skipped: [],
    returns: 0,
    passed: 0,
    total: 5,
    blocker: null,
    termEndsOn: null,
    renewalIn: null,
    renewalState: null,
    renewalOwner: null,
    expansions: 0,
    ...said,
  };
}
