import type { FactSet } from "@termwise/core/facts";
import { Failure, type Period } from "@termwise/core/kernel";
import type { Movement, MovementKind } from "@termwise/core/ledger";
import {
  type Book,
  type BookAccount,
  belongs,
  type RetentionPolicy,
  type Slice,
  windowOf,
} from "@termwise/core/retention";
import { externalIds } from "./external-ids.ts";

/** Which movements: of which days, under which policy, of which slice. */
export interface MovementQuestion {
  readonly period: Period;
  readonly policy: RetentionPolicy;
  readonly slice: Slice;
}

interface Listed {
  readonly account: BookAccount;
  readonly kind: MovementKind;
  /** In the book's currency; `null` where a rate for it is missing. */
  readonly amount: bigint | null;
  readonly movement: Movement;
}

function told(book: Book, { period, policy, slice }: MovementQuestion): Listed[] {
  return windowOf(book, period, policy, slice).accounts.flatMap(({ account, moved }) =>
    moved
      .filter(({ member }) => member)
      .map(({ kind, amount, movement }) => ({ account, kind, amount, movement })),
  );
}

/** As booked, in the contracts' own currencies: what can be listed while a rate is missing. */
function booked(book: Book, { period, slice }: MovementQuestion): Listed[] {
  return book.accounts.flatMap((account) =>
    account.movements
      .filter(({ on }) => on >= period.from && on <= period.to && belongs(account.attributes, slice, on))
      .map((movement) => ({ account, kind: movement.kind, amount: null, movement })),
  );
}

function listed(book: Book, asked: MovementQuestion): Listed[] {
  try {
    return told(book, asked);
  } catch (error) {
    if (error instanceof Failure && error.code === "rate_missing") return booked(book, asked);
    throw error;
  }
}

/**
 * The movements of a slice by day: amount in the book's currency (`null` where a rate is missing), and as booked in the
 * contract's.
 */
export function movementList(book: Book, asked: MovementQuestion, facts: FactSet) {
  const byId = new Map(facts.lines.map((line) => [line.lineId, line] as const));
  const idsOf = externalIds(facts, book);
  return listed(book, asked)
    .map(({ account, kind, amount, movement }) => ({
      accountId: account.accountId,
      externalIds: idsOf(account.accountId),
      name: account.name,
      on: movement.on,
      kind,
      amount,
      booked: { amount: movement.amount, currency: movement.currency, balance: movement.balance },
      reasons: movement.parts.map((part) => ({ reason: part.reason, amount: part.amount })),
      sourcedBy: movement.sourcedBy,
      lines: [...new Set(movement.parts.flatMap((part) => part.lineIds))].map((lineId) => {
        const source = byId.get(lineId)?.source;
        return { lineId, key: source?.key ?? null, file: source?.file ?? null, line: source?.line ?? null };
      }),
    }))
    .sort((a, b) => (`${a.on} ${a.accountId}` < `${b.on} ${b.accountId}` ? -1 : 1));
}
