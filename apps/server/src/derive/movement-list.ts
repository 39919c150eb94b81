import type { FactSet } from "@termwise/core/facts";
import {
  type AccountId,
  type Currency,
  currencyDigits,
  type Day,
  decimalText,
  Failure,
  groupBy,
  lastDay,
  opensOn,
  type Period,
  rational,
} from "@termwise/core/kernel";
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
import { saidOfLosses } from "./said-of-losses.ts";

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

/** What one unit of a currency is worth in the book's on a day, to six places; `null` where no rate is known. */
function rateOn(book: Book, currency: Currency, on: Day): string | null {
  const scale = 1_000_000_000n;
  try {
    const own = scale * 10n ** BigInt(currencyDigits(currency));
    const told = book.rates.on(on)(own, currency);
    return decimalText(rational(told, scale * 10n ** BigInt(currencyDigits(book.currency))), 6);
  } catch (error) {
    if (error instanceof Failure && error.code === "rate_missing") return null;
    throw error;
  }
}

/** The newest name of every account record. */
function namesOf(facts: FactSet): Map<AccountId, string> {
  const named = groupBy(
    facts.attributes.filter(({ attribute, value }) => attribute === "name" && value !== null),
    ({ accountId }) => accountId,
  );
  return new Map(
    [...named].map(([id, all]) => [
      id,
      all.reduce((a, b) => (b.effectiveOn >= a.effectiveOn ? b : a)).value ?? id,
    ]),
  );
}

/**
 * The movements of a slice by day: amount in the book's currency (`null` where a rate is missing), and as booked in the
 * contract's with the rate between them. `recordedAt` is when the newest of the facts behind a movement was recorded.
 */
export function movementList(book: Book, asked: MovementQuestion, facts: FactSet) {
  const byId = new Map(facts.lines.map((line) => [line.lineId, line] as const));
  const idsOf = externalIds(facts, book);
  const [names, said] = [namesOf(facts), saidOfLosses(facts, book)];
  const rates = new Map<string, string | null>();
  const rate = (currency: Currency, on: Day) => {
    const day = asked.policy.fx === "constant" ? opensOn(asked.period) : on;
    const known = rates.get(`${currency}${day}`);
    if (known !== undefined) return known;
    const found = rateOn(book, currency, day);
    rates.set(`${currency}${day}`, found);
    return found;
  };
  return listed(book, asked)
    .map(({ account, kind, amount, movement }) => {
      const { accountId, attributes, name } = account;
      const { on } = movement;
      const lineIds = [...new Set(movement.parts.flatMap((part) => part.lineIds))];
      const lines = lineIds.flatMap((lineId) => byId.get(lineId) ?? []);
      const parent = attributes.on("parent", lastDay) as AccountId | null;
      return {
        movementId: `mov_${accountId.slice(4)}_${on.replaceAll("-", "")}`,
        accountId,
        externalIds: idsOf(accountId),
        name,
        parent: parent && { accountId: parent, name: names.get(parent) ?? parent },
        on,
        recordedAt:
          lines
            .map((line) => line.recordedAt)
            .sort()
            .at(-1) ?? null,
        kind,
        amount,
        booked: { amount: movement.amount, currency: movement.currency, balance: movement.balance },
        rate: rate(movement.currency, on),
        reasons: movement.parts.map((part) => ({ reason: part.reason, amount: part.amount })),
        churnReason: kind === "churn" ? said(accountId, on) : null,
        sourcedBy: movement.sourcedBy,
        lines: lineIds.map((lineId) => {
          const source = byId.get(lineId)?.source;
          return { lineId, key: source?.key ?? null, file: source?.file ?? null, line: source?.line ?? null };
        }),
      };
    })
    .sort((a, b) => (`${a.on} ${a.accountId}` < `${b.on} ${b.accountId}` ? -1 : 1));
}
