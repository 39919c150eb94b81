import { type Dimension, dimensions } from "../../facts/index.ts";
import { type AccountId, type Day, firstDay, lastDay } from "../../kernel/index.ts";
import type { Movement, MovementKind } from "../../ledger/index.ts";
import type { BookAccount } from "../book.ts";
import type { Convert } from "../rates.ts";
import { exactNumber } from "./bounds.ts";
import { monthNumberOf } from "./month-window.ts";

/**
 * The kinds of movement as the columns hold them. A reactivation within the win-back window continues the account's
 * life: that one is a `resumption` here, since it counts where a return in a later life does not.
 */
export const kindCode = {
  new: 0,
  expansion: 1,
  contraction: 2,
  churn: 3,
  reactivation: 4,
  resumption: 5,
} as const satisfies Record<MovementKind | "resumption", number>;
/** A kind of movement in the columns. */
export type RowKind = keyof typeof kindCode;

/** One day's net change of an account's ARR. */
export interface BlockRow {
  /** Month number of the day. */
  readonly month: number;
  /** Month number in which the account's life began. */
  readonly life: number;
  readonly kind: number;
  /** ARR at the end of the day, whole minor units of the reporting currency. */
  readonly balance: number;
}

/** From a day on, an account has another value in one dimension. */
export interface AttributeChange {
  readonly dimension: Dimension;
  readonly on: Day;
  readonly month: number;
  /** How many of the account's rows lie before that day: the row with this index sees the new value. */
  readonly row: number;
  readonly value: string;
}

/** Everything the columns hold of one account, before it is laid into them. `""` stands for "no value". */
export interface AccountBlock {
  readonly accountId: AccountId;
  readonly name: string;
  readonly rows: readonly BlockRow[];
  /** Month numbers in which a contract line is due to end or renew, ascending. */
  readonly due: readonly number[];
  /** The first value known in each dimension. */
  readonly values: Readonly<Record<Dimension, string>>;
  /** Later values, in day order. */
  readonly changes: readonly AttributeChange[];
}

/** The kind of a day's net change; `null` for one that nets to nothing within a life. */
function rowKind({ kind, on, lifeBegan }: Movement, moved: bigint): RowKind | null {
  if (kind === "reactivation") return lifeBegan === on ? "reactivation" : "resumption";
  if (kind === "new" || kind === "churn") return kind;
  return moved === 0n ? null : moved > 0n ? "expansion" : "contraction";
}

/**
 * One account of a book as rows, one per day on which its ARR moved in the reporting currency. A day's kind follows
 * the net change of all its currencies; a day whose change nets to nothing within a life is left out.
 */
export function accountBlockOf(account: BookAccount, convert: Convert): AccountBlock {
  const held = new Map<string, bigint>();
  const rows: BlockRow[] = [];
  const days: Day[] = [];
  let before = 0n;
  account.movements.forEach((movement, i) => {
    held.set(movement.currency, convert(movement.balance, movement.currency));
    if (account.movements[i + 1]?.on === movement.on) return;
    let after = 0n;
    for (const amount of held.values()) after += amount;
    const kind = rowKind(movement, after - before);
    if (kind === null) return;
    rows.push({
      month: monthNumberOf(movement.on),
      life: monthNumberOf(movement.lifeBegan),
      kind: kindCode[kind],
      balance: exactNumber(after),
    });
    days.push(movement.on);
    before = after;
  });
  const { attributes } = account;
  const valueOn = (dimension: Dimension, on: Day) => attributes.on(dimension, on) ?? "";
  const changes = dimensions.flatMap((dimension) =>
    attributes.changes([dimension], firstDay, lastDay).map((on): AttributeChange => {
      const row = days.findIndex((day) => day >= on);
      return {
        dimension,
        on,
        month: monthNumberOf(on),
        row: row < 0 ? rows.length : row,
        value: valueOn(dimension, on),
      };
    }),
  );
  return {
    accountId: account.accountId,
    name: account.name,
    rows,
    due: [...new Set(account.dueOn.map(monthNumberOf))].sort((a, b) => a - b),
    values: Object.fromEntries(dimensions.map((d) => [d, valueOn(d, firstDay)])) as Record<Dimension, string>,
    changes: changes.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
}
