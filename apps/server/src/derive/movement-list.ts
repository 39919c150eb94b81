import type { FactSet } from "@termwise/core/facts";
import type { Window } from "@termwise/core/retention";
import { externalIds } from "./external-ids.ts";

/** The movements of a window's slice by day: amount in the book's currency, and as booked in the contract's. */
export function movementList(window: Window, facts: FactSet) {
  const byId = new Map(facts.lines.map((line) => [line.lineId, line] as const));
  const idsOf = externalIds(facts, window.book);
  return window.accounts
    .flatMap((w) =>
      w.moved
        .filter((moved) => moved.member)
        .map(({ on, kind, amount, movement }) => ({
          accountId: w.account.accountId,
          externalIds: idsOf(w.account.accountId),
          name: w.account.name,
          on,
          kind,
          amount,
          booked: { amount: movement.amount, currency: movement.currency, balance: movement.balance },
          reasons: movement.parts.map((part) => ({ reason: part.reason, amount: part.amount })),
          sourcedBy: movement.sourcedBy,
          lines: [...new Set(movement.parts.flatMap((part) => part.lineIds))].map((lineId) => {
            const source = byId.get(lineId)?.source;
            return {
              lineId,
              key: source?.key ?? null,
              file: source?.file ?? null,
              line: source?.line ?? null,
            };
          }),
        })),
    )
    .sort((a, b) => (`${a.on} ${a.accountId}` < `${b.on} ${b.accountId}` ? -1 : 1));
}
